// ICU renames its functions by version with macros that Swift cannot import (u_strlen → u_strlen_72),
// so those in use get a plain name here. Nothing else is added.
#include <unicode/ubrk.h>
#include <unicode/ucal.h>
#include <unicode/ucnv.h>
#include <unicode/udat.h>
#include <unicode/utypes.h>

static inline UBreakIterator *icu_ubrk_open(UBreakIteratorType type, const char *locale, const UChar *text,
                                            int32_t length, UErrorCode *status) {
    return ubrk_open(type, locale, text, length, status);
}
static inline void icu_ubrk_close(UBreakIterator *iterator) { ubrk_close(iterator); }
static inline int32_t icu_ubrk_next(UBreakIterator *iterator) { return ubrk_next(iterator); }
static inline void icu_ubrk_setText(UBreakIterator *iterator, const UChar *text, int32_t length, UErrorCode *status) {
    ubrk_setText(iterator, text, length, status);
}
