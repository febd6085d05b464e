internal import Layouts

/// The choices that CLREQ leaves to the house: how strict line edges are, what may be squeezed, whether marks hang.
public struct CompositionProfile: Hashable, Sendable {
    public var edges: LineEdgeRules
    /// Two marks in a row take an em and a half (CLREQ 6.3.2.2).
    public var tightensMarks = true
    /// An opening mark loses its left half at a paragraph's start, too.
    public var trimsParagraphStart = true
    /// A quarter em between Han and Latin (CLREQ 6.3.3).
    public var hanLatinGap = true
    /// Blanks of marks and spaces give way when a line is a little too long (CLREQ 6.2.2.2).
    public var squeezes = true
    /// A pause or stop mark may hang over the line's end (CLREQ 6.1.3).
    public var hangs = false
    /// Latin runs are padded so that every Han character stands on the grid (CLREQ 6.2.4).
    public var strictGrid = false
    /// Figures take half an em each where the face has such forms, so that pairs of them keep the grid.
    public var halfWidthFigures = true
    /// Latin words may be broken with a hyphen (CLREQ 6.1.4).
    public var hyphenates = true
    /// Lines are filled one by one instead of weighing the paragraph as a whole.
    public var firstFit = false

    public init(level: LineEdgeRules.Level = .basic) { edges = LineEdgeRules(level: level) }

    /// Named profiles: the levels, `css-loose`, `css-normal` and `css-strict` (the levels of CSS with nothing
    /// squeezed), and `css-trim` (CSS Text 4's text-spacing-trim alone). Nil for another name.
    public init?(named name: String) {
        if name == "css-trim" {
            self.init(level: .cssNormal)
            trimsParagraphStart = false
            hanLatinGap = false
            squeezes = false
            halfWidthFigures = false
            hyphenates = false
            firstFit = true
            return
        }
        guard let level = LineEdgeRules.Level(rawValue: name) else { return nil }
        self.init(level: level)
        guard name.hasPrefix("css-") else { return }
        tightensMarks = false
        trimsParagraphStart = false
        hanLatinGap = false
        squeezes = false
        halfWidthFigures = false
        hyphenates = false
        firstFit = true
    }

    /// The house's choices with those of a style on top.
    func with(_ style: TextStyle) -> CompositionProfile {
        var profile = self
        profile.hangs = hangs || style.hangsMarks
        profile.strictGrid = strictGrid || style.strictGrid
        return profile
    }

    public static let names = LineEdgeRules.Level.allCases.map(\.rawValue) + ["css-trim"]
}
