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

static inline UConverter *icu_ucnv_open(const char *name, UErrorCode *status) { return ucnv_open(name, status); }
static inline void icu_ucnv_close(UConverter *converter) { ucnv_close(converter); }
static inline void icu_ucnv_stopAtErrors(UConverter *converter, UErrorCode *status) {
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, status);
}
static inline void icu_ucnv_toUnicode(UConverter *converter, UChar **target, const UChar *targetLimit,
                                      const char **source, const char *sourceLimit, UErrorCode *status) {
    ucnv_toUnicode(converter, target, targetLimit, source, sourceLimit, NULL, 1, status);
}
static inline int8_t icu_ucnv_invalidLength(const UConverter *converter, UErrorCode *status) {
    char bytes[16];
    int8_t length = sizeof bytes;
    ucnv_getInvalidChars(converter, bytes, &length, status);
    return length;
}
