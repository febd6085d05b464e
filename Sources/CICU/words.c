#include "CICU.h"

#include <unicode/ubrk.h>

icu_words *icu_words_open(const char *locale) {
    UErrorCode status = U_ZERO_ERROR;
    UBreakIterator *words = ubrk_open(UBRK_WORD, locale, NULL, 0, &status);
    return U_SUCCESS(status) ? (icu_words *)words : NULL;
}

void icu_words_close(icu_words *words) { ubrk_close((UBreakIterator *)words); }

int icu_words_begin(icu_words *words, const uint16_t *text, int32_t length) {
    UErrorCode status = U_ZERO_ERROR;
    ubrk_setText((UBreakIterator *)words, (const UChar *)text, length, &status);
    return U_FAILURE(status);
}

int32_t icu_words_next(icu_words *words) {
    int32_t next = ubrk_next((UBreakIterator *)words);
    return next == UBRK_DONE ? -1 : next;
}
