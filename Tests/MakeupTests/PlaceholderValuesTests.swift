import Copy
import Testing

@testable import Makeup

struct PlaceholderValuesTests {
    private func values(_ date: CalendarDate? = nil, issue: String? = nil, paper: [String: String] = [:])
        -> PlaceholderValues
    {
        let page = EditionPage(
            layout: "front", layoutPlace: SamplePage.place, section: "要闻", editors: "责任编辑 张宁", articles: [])
        let edition = Edition(
            folder: ".", paper: paper, date: date, issue: issue, pages: [page], place: SamplePage.place)
        return PlaceholderValues(edition: edition, page: page, number: 3, pages: 8)
    }

    @Test(arguments: [
        // 2023 has a leap second month.
        ("2023-03-21", "2023年3月21日", "星期二", "农历二月三十"),
        ("2023-03-22", "2023年3月22日", "星期三", "农历闰二月初一"),
        ("2023-04-10", "2023年4月10日", "星期一", "农历闰二月二十"),
        ("2023-04-11", "2023年4月11日", "星期二", "农历闰二月廿一"),
        ("2023-06-21", "2023年6月21日", "星期三", "农历五月初四"),
        // 2025 has a leap sixth month.
        ("2025-07-25", "2025年7月25日", "星期五", "农历闰六月初一"),
        // New Year's day, its eve, and the first of January.
        ("2024-02-10", "2024年2月10日", "星期六", "农历正月初一"),
        ("2024-02-09", "2024年2月9日", "星期五", "农历腊月三十"),
        ("2023-01-01", "2023年1月1日", "星期日", "农历腊月初十"),
        ("2024-02-29", "2024年2月29日", "星期四", "农历正月二十"),
        ("2023-12-13", "2023年12月13日", "星期三", "农历冬月初一"),
        ("1900-01-31", "1900年1月31日", "星期三", "农历正月初一"),
        ("2000-02-29", "2000年2月29日", "星期二", "农历正月廿五"),
    ])
    func datesWeekdaysAndLunarDaysAreRight(_ iso: String, _ date: String, _ weekday: String, _ lunar: String) {
        let values = self.values(CalendarDate(parsing: iso))
        #expect(values.fill("{date} {weekday} {lunar}").text == "\(date) \(weekday) \(lunar)")
    }

    @Test func weekdaysAreRightForFourHundredYears() {
        let names = ["日", "一", "二", "三", "四", "五", "六"]
        // 1 January 1900 was a Monday.
        var expected = 1
        var wrong: [String] = []
        for year in 1900..<2300 {
            let lengths = [
                31, year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30,
                31,
            ]
            for (month, length) in lengths.enumerated() {
                let values = self.values(CalendarDate(year: year, month: month + 1, day: 1))
                let filled = values.fill("{date}{weekday}").text
                if !filled.hasSuffix("星期" + names[expected]) { wrong.append(filled) }
                expected = (expected + length) % 7
            }
        }
        #expect(wrong.prefix(5) == [])
    }

    @Test func theEditionsOwnTextsAreFilledIn() {
        let values = self.values(issue: "4321", paper: ["name": "江津新闻"])
        let filled = values.fill("{paper.name} 第{issue}期 第{page}版/{pages} {section} {editors}")
        #expect(filled.text == "江津新闻 第4321期 第3版/8 要闻 责任编辑 张宁")
        #expect(filled.missing.isEmpty)
    }

    @Test func placeholdersWithoutAValueAreReturned() {
        let filled = values().fill("{paper.name} 第{issue}期 {date}{weekday}{lunar}。")
        #expect(filled.text == " 第期 。")
        #expect(filled.missing == ["paper.name", "issue", "date", "weekday", "lunar"])
    }

    @Test func textWithoutPlaceholdersStaysAsItIs() {
        #expect(values().fill("今日 } 版 {").text == "今日 } 版 {")
    }
}
