import Layouts
import Pages
import TestSupport
import Testing

struct StyleTests {
    @Test("missing keys come from the style that it is like, or from composition's")
    func inheritance() throws {
        let read = try layout(
            """
            grid: {leading: 13pt}
            styles:
              caption: {size: 8pt}
              credit: {like: caption, align: right}
              note: {like: credit, font: fangsong}
            """)
        #expect(read[.body] == TextStyle(role: "song", size: .pt(9), leading: .pt(13), align: .justify, indent: 2))
        #expect(read[.credit].size == .pt(8))
        #expect(read[.credit].align == .right)
        #expect(read.styles["note"]?.role == "fangsong")
        #expect(read.styles["note"]?.size == .pt(8))
        for name in StyleName.allCases { #expect(read.styles[name.rawValue] != nil) }
    }

    @Test("a size without a leading takes whole rows if it does not fit the default leading")
    func leading() throws {
        let read = try layout("styles:\n  subhead: {size: 11pt}\n  quote: {size: 16pt}\n")
        #expect(read[.subhead].leading == .pt(13))
        #expect(read[.quote].leading == .pt(26))
    }

    @Test("choices of composition")
    func composition() throws {
        let read = try layout(
            "styles:\n  notice: {hanging: 2字, grid: strict, marks: hanging, quotes: corner}\n  plain: {like: notice, grid: free}\n"
        )
        let notice = try #require(read.styles["notice"]), plain = try #require(read.styles["plain"])
        #expect(notice.hangingIndent == 2 && notice.strictGrid && notice.hangsMarks && notice.quotes == .corner)
        #expect(!plain.strictGrid && plain.hangsMarks)
        #expect(!read[.body].strictGrid && !read[.body].hangsMarks && read[.body].quotes == .keep)
    }

    @Test("wrong styles")
    func wrong() {
        let report = WrongLayout.report([
            WrongLayout("an unknown font role", "styles:\n  byline: {font: kia}\n"),
            WrongLayout("a role that resembles no other", "styles:\n  byline: {font: Comic Sans}\n"),
            WrongLayout("an unknown key", "styles:\n  body: {font: song, fontsize: 9pt}\n"),
            WrongLayout("an unknown alignment", "styles:\n  byline: {align: middle}\n"),
            WrongLayout(
                "the body off its rows", "grid: {leading: 13pt}\nstyles:\n  body: {size: 9pt, leading: 14pt}\n"),
            WrongLayout("the body on every second row", "grid: {leading: 13pt}\nstyles:\n  body: {leading: 2行}\n"),
            WrongLayout(
                "a subhead off the rows", "grid: {leading: 13pt}\nstyles:\n  subhead: {size: 11pt, leading: 15pt}\n"),
            WrongLayout("like an unknown style", "styles:\n  note: {like: captoin}\n"),
            WrongLayout("like each other", "styles:\n  a: {like: b}\n  b: {like: c}\n  c: {like: a}\n"),
            WrongLayout("like itself", "styles:\n  caption: {like: caption}\n"),
            WrongLayout("leading out of all proportion", "styles:\n  note: {leading: 20%}\n"),
            WrongLayout("an indent in millimetres", "styles:\n  body: {indent: 5mm}\n"),
        ])
        #expect(difference(report, fromGolden: "styles.txt") == nil)
    }
}
