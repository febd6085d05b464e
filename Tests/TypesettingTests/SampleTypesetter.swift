import Fonts
import Layouts
import Pages
import TestSupport

@testable import Typesetting

/// A typesetter with Debian's fonts, and styles of ten points, so that a place in points is ten times its em.
enum SampleTypesetter {
    static let roles = FontRoles(families: [
        "song": [.init(name: "Noto Serif CJK SC")],
        "hei": [.init(name: "Noto Sans CJK SC", weight: .medium)],
        "hei-heavy": [.init(name: "Noto Sans CJK SC", weight: .heavy)],
        "kai": [.init(name: "LXGW WenKai"), .init(name: "Noto Serif CJK SC")],
    ])

    static func make() throws -> Typesetter {
        Typesetter(fonts: try TestSupport.SampleFonts.open(roles), language: "zh-Hans")
    }

    static func style(
        indent: Double = 0, align: TextStyle.Alignment = .justify, leading: Double = 16
    ) -> TextStyle {
        TextStyle(role: "song", size: .pt(10), leading: .pt(leading), align: align, indent: indent)
    }

    /// One vertical line of text in one role.
    static func vertical(
        _ text: String, role: String = "song", options: VerticalOptions = VerticalOptions()
    ) throws -> ComposedLine {
        try vertical(StyledText(text, role: role), options: options)
    }

    static func vertical(_ text: StyledText, options: VerticalOptions = VerticalOptions()) throws -> ComposedLine {
        try make().verticalLine(text, style: style(), options: options).lines[0]
    }

    static func horizontal(_ spans: [StyledText.Span]) throws -> ComposedLine {
        try make().line(StyledText(spans), style: style()).lines[0]
    }
}

extension ComposedLine {
    /// The places of all glyphs from the line's origin, in points.
    var places: [(x: Double, y: Double)] {
        runs.flatMap { run in run.glyphs.map { (run.origin.x.points + $0.x, run.origin.y.points + $0.y) } }
    }

    /// The glyph runs beside the text.
    var markRuns: [GlyphRun] {
        marks.compactMap { if case .text(let run) = $0 { run } else { nil } }
    }

    var markRules: [Rule] {
        marks.compactMap { if case .rule(let rule) = $0 { rule } else { nil } }
    }
}

extension GlyphRun {
    var places: [(x: Double, y: Double)] { glyphs.map { (origin.x.points + $0.x, origin.y.points + $0.y) } }
}
