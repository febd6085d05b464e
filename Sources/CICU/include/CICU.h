// The few functions of ICU that Paiban calls, under plain names and plain types.
//
// Two things forbid importing ICU's own headers into Swift: its functions are renamed by version with macros
// (u_strlen → u_strlen_72), and Foundation brings an ICU of its own whose enums of the same name differ.
#ifndef CICU_H
#define CICU_H

#include <stdint.h>

// Word boundaries (ubrk.h). NULL when the locale's rules cannot be opened.
typedef struct icu_words icu_words;
icu_words *icu_words_open(const char *locale);
void icu_words_close(icu_words *words);
// Begins with a text of UTF-16 units, which must live until the next call; 0 on success.
int icu_words_begin(icu_words *words, const uint16_t *text, int32_t length);
// The next boundary, −1 at the end.
int32_t icu_words_next(icu_words *words);

// A Gregorian day in the Chinese lunisolar calendar (ucal.h): month 1…12, day 1…30, leap month or not; 0 on success.
int icu_lunar(int32_t year, int32_t month, int32_t day, int32_t *lunar_month, int32_t *lunar_day, int32_t *leap);

// Bytes of an encoding to UTF-16 units (ucnv.h), stopping at the first that mean nothing in it. Returns how many units
// were written, −1 when ICU does not know the encoding; *stopped is where the first bad byte stands, −1 for none.
int32_t icu_decode(const char *encoding, const char *bytes, int32_t count, uint16_t *units, int32_t capacity,
                   int32_t *stopped);

#endif
