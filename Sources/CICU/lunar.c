#include "CICU.h"

#include <unicode/ucal.h>

// Noon in Beijing; the Chinese calendar follows Beijing time.
static const UChar beijing[] = u"Asia/Shanghai";

int icu_lunar(int32_t year, int32_t month, int32_t day, int32_t *lunar_month, int32_t *lunar_day, int32_t *leap) {
    UErrorCode status = U_ZERO_ERROR;
    UCalendar *gregorian = ucal_open(beijing, -1, "zh_CN@calendar=gregorian", UCAL_GREGORIAN, &status);
    UCalendar *chinese = ucal_open(beijing, -1, "zh_CN@calendar=chinese", UCAL_DEFAULT, &status);
    if (U_SUCCESS(status)) {
        ucal_setDateTime(gregorian, year, month - 1, day, 12, 0, 0, &status);
        ucal_setMillis(chinese, ucal_getMillis(gregorian, &status), &status);
        *lunar_month = ucal_get(chinese, UCAL_MONTH, &status) + 1;
        *lunar_day = ucal_get(chinese, UCAL_DATE, &status);
        *leap = ucal_get(chinese, UCAL_IS_LEAP_MONTH, &status);
    }
    if (gregorian) ucal_close(gregorian);
    if (chinese) ucal_close(chinese);
    return U_FAILURE(status);
}
