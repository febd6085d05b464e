import Diagnostics
import Fonts
import Layouts
import Pages
import TestSupport
@testable import Typesetting

/// The fonts of the tests: those of Debian, by roles of the tests' own.
enum SampleFonts {
    static let roles = """
        song: [Noto Serif CJK SC]
        song@zh-Hant: [Noto Serif CJK TC]
        song@zh-Hant-HK: [Noto Serif CJK HK]
        song@ja: [Noto Serif CJK JP]
        song@ko: [Noto Serif CJK KR]
        hei: ["Noto Sans CJK SC:medium"]
        kai: [LXGW WenKai]
        """

    static func book() -> FontBook {
        try! TestSupport.SampleFonts.open(FontRoles(parsing: roles, file: "roles.yaml"))
    }
}

/// Composes text for a test: `Proof("……", measure: 17).lines`.
struct Proof {
    let lines: [LineMeasure]
    /// Changes the profile before the text is composed.
    typealias Change = (inout CompositionProfile) -> Void

    /// - Parameters:
    ///   - measure, indent: em.
    ///   - profile: a named profile.
    init(
        _ text: String, measure: Double = 40, indent: Double = 0, profile: String = "basic",
        language: String = "zh-Hans",
        _ change: Change = { _ in }
    ) {
        var profile = CompositionProfile(named: profile)!
        change(&profile)
        let typesetter = Typesetter(fonts: SampleFonts.book(), language: language, profile: profile)
        lines = typesetter.measure(StyledText(text, role: "song"), measure: measure, indent: indent)
    }

    var texts: [String] { lines.map(\.text) }

    /// The em that a character takes at its nth occurrence in a line.
    func advance(of character: Unicode.Scalar, line: Int = 0, at count: Int = 0) -> Double {
        lines[line].advance[place(of: character, line, count)]
    }

    /// The em from the column's left edge to the character's box.
    func x(of character: Unicode.Scalar, line: Int = 0, at count: Int = 0) -> Double {
        lines[line].x[place(of: character, line, count)]
    }

    private func place(of character: Unicode.Scalar, _ line: Int, _ count: Int) -> Int {
        let scalars = Array(lines[line].text.unicodeScalars)
        return scalars.indices.filter { scalars[$0] == character }[count]
    }
}

extension Double {
    /// Equal within a thousandth of an em.
    func isAbout(_ other: Double) -> Bool { abs(self - other) < 0.001 }
}

/// The body type of most tests: 10 pt, so that a character takes ten points.
extension TextStyle {
    static let sample = TextStyle(role: "song", size: .pt(10), leading: .pt(15), align: .justify)

    func with(_ change: (inout TextStyle) -> Void) -> TextStyle {
        var style = self
        change(&style)
        return style
    }
}
