// The functions of ICU that Paiban uses, with stable names and plain types.
//
// Swift cannot import ICU's own headers: macros rename the functions by version (u_strlen → u_strlen_72), and Foundation
// contains another ICU, whose enums have the same names and differ.
#ifndef CICU_H
#define CICU_H

#include <stdint.h>

// Word boundaries (ubrk.h). NULL if the locale's rules cannot be opened.
typedef struct icu_words icu_words;
icu_words *icu_words_open(const char *locale);
void icu_words_close(icu_words *words);
// Sets the text, in UTF-16 code units, which must stay valid until the next call of this function. Returns 0 on success.
int icu_words_begin(icu_words *words, const uint16_t *text, int32_t length);
// The next boundary; −1 at the end.
int32_t icu_words_next(icu_words *words);

// Converts a Gregorian day to the Chinese lunisolar calendar (ucal.h): month 1…12, day 1…30, leap month or not. Returns 0
// on success.
int icu_lunar(int32_t year, int32_t month, int32_t day, int32_t *lunar_month, int32_t *lunar_day, int32_t *leap);

// Decodes bytes to UTF-16 code units (ucnv.h) and stops at the first invalid byte. Returns the number of code units
// written, or −1 if ICU does not know the encoding; *stopped is the offset of the first invalid byte, or −1 for none.
int32_t icu_decode(const char *encoding, const char *bytes, int32_t count, uint16_t *units, int32_t capacity,
                   int32_t *stopped);

#endif
