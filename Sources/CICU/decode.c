#include "CICU.h"

#include <unicode/ucnv.h>

int32_t icu_decode(const char *encoding, const char *bytes, int32_t count, uint16_t *units, int32_t capacity,
                   int32_t *stopped) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(encoding, &status);
    if (U_FAILURE(status)) return -1;
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    const char *read = bytes;
    UChar *written = (UChar *)units;
    ucnv_toUnicode(converter, &written, (UChar *)units + capacity, &read, bytes + count, NULL, 1, &status);
    *stopped = -1;
    if (U_FAILURE(status)) {
        // The converter has already read the invalid bytes, which end where it stopped.
        char invalid[16];
        int8_t length = sizeof invalid;
        UErrorCode ignored = U_ZERO_ERROR;
        ucnv_getInvalidChars(converter, invalid, &length, &ignored);
        *stopped = (int32_t)(read - bytes) - length;
        if (*stopped < 0) *stopped = 0;
    }
    ucnv_close(converter);
    return (int32_t)(written - (UChar *)units);
}
