import Copy
import Testing

@Suite struct CalendarDateTests {
    @Test(arguments: [
        ("2023-06-21", 2023, 6, 21), ("2024-02-29", 2024, 2, 29), ("2000-02-29", 2000, 2, 29),
        ("2023-12-31", 2023, 12, 31), ("2023-6-1", 2023, 6, 1),
    ])
    func parsesDays(_ text: String, _ year: Int, _ month: Int, _ day: Int) {
        #expect(CalendarDate(parsing: text) == CalendarDate(year: year, month: month, day: day))
    }

    @Test(arguments: [
        "2023-02-29", "1900-02-29", "2023-04-31", "2023-13-01", "2023-00-10", "2023-06-00", "0000-01-01", "23-06-21",
        "2023/06/21", "2023-06", "2023-06-21 ", "2023-+6-21",
        "二〇二三-06-21", "",
    ])
    func rejectsOtherText(_ text: String) { #expect(CalendarDate(parsing: text) == nil) }
}
