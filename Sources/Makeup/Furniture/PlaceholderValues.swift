public import Copy
internal import CICU

/// The values of the placeholders in furniture: {date}, {weekday}, {lunar}, {issue} and the others.
public struct PlaceholderValues: Hashable, Sendable {
    private var values: [String: String] = [:]
    /// The entries of the index of the day, in its order.
    public var entries: [IndexEntry] = []

    /// The values that hold for all pages of an edition.
    public init(edition: Edition) {
        for (key, value) in edition.paper { values["paper." + key] = value }
        for (key, value) in edition.today { values["today." + key] = value }
        if let date = edition.date {
            values["date"] = "\(date.year)年\(date.month)月\(date.day)日"
            values["weekday"] = "星期" + Self.weekdays[date.weekday]
            values["lunar"] = LunarDate(date).map { "农历" + $0.name }
        }
        values["issue"] = edition.issue
        values["total"] = edition.total
    }

    /// - Parameters:
    ///   - pages: how many pages the edition has.
    ///   - entries: what the index of the day lists.
    public init(edition: Edition, page: EditionPage, number: Int, pages: Int, entries: [IndexEntry] = []) {
        self = PlaceholderValues(edition: edition).on(page, number: number, pages: pages, entries: entries)
    }

    /// These values and those that hold for one of the pages.
    public func on(_ page: EditionPage, number: Int, pages: Int, entries: [IndexEntry]) -> PlaceholderValues {
        var ofPage = self
        ofPage.entries = entries
        ofPage.values["page"] = String(number)
        if page.half != nil { ofPage.values["facing"] = String(number + 1) }
        ofPage.values["pages"] = String(pages)
        ofPage.values["section"] = page.section
        ofPage.values["editors"] = page.editors
        return ofPage
    }

    private static let weekdays = ["日", "一", "二", "三", "四", "五", "六"]

    /// The most bytes of a text of the furniture with its values: some 5,000 Han characters, half a broadsheet page.
    static let mostBytes = 15_000

    /// A template with its placeholders replaced, and the names of those without a value. A template or values of any size
    /// are replaced until the text is longer than `mostBytes`.
    public func fill(_ template: String) -> (text: String, missing: [String]) {
        var text = "", missing: [String] = []
        var rest = template[...]
        while text.utf8.count <= Self.mostBytes, let open = rest.firstIndex(of: "{"),
            let close = rest[open...].firstIndex(of: "}")
        {
            text += rest[..<open]
            let name = String(rest[rest.index(after: open)..<close])
            if let value = values[name] { text += value } else { missing.append(name) }
            rest = rest[rest.index(after: close)...]
        }
        return (text + rest, missing)
    }
}

extension CalendarDate {
    /// 0 is Sunday (Zeller's congruence).
    var weekday: Int {
        let m = month < 3 ? month + 12 : month
        let y = month < 3 ? year - 1 : year
        return (day + 13 * (m + 1) / 5 + y + y / 4 - y / 100 + y / 400 + 6) % 7
    }
}

/// A day of the Chinese lunisolar calendar (农历), as computed by ICU.
struct LunarDate: Hashable, Sendable {
    /// 1…12 and 1…30.
    var month: Int
    var day: Int
    var isLeap: Bool

    init?(_ date: CalendarDate) {
        var month: Int32 = 0, day: Int32 = 0, leap: Int32 = 0
        guard icu_lunar(Int32(date.year), Int32(date.month), Int32(date.day), &month, &day, &leap) == 0 else {
            return nil
        }
        (self.month, self.day, isLeap) = (Int(month), Int(day), leap != 0)
    }

    private static let months = ["正", "二", "三", "四", "五", "六", "七", "八", "九", "十", "冬", "腊"]
    private static let digits = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十"]

    /// The day as newspapers print it: 五月初四, 闰二月廿一.
    var name: String {
        let days =
            switch day {
            case 1...10: "初" + Self.digits[day]
            case 11...19: "十" + Self.digits[day - 10]
            case 20: "二十"
            case 21...29: "廿" + Self.digits[day - 20]
            default: "三十"
            }
        return (isLeap ? "闰" : "") + Self.months[month - 1] + "月" + days
    }
}
