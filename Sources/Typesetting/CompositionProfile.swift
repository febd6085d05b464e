internal import Layouts

/// The choices that CLREQ leaves to the house: how strict the rules for line edges are, what may be squeezed, whether
/// marks hang.
public struct CompositionProfile: Hashable, Sendable {
    public var edges: LineEdgeRules
    /// Two marks in a row take one and a half em (CLREQ 6.3.2.2).
    public var tightensMarks = true
    /// An opening mark loses its left half at the start of a paragraph as well (CLREQ 6.3.2.3).
    public var trimsParagraphStart = true
    /// A gap of a quarter em between Han and Latin (CLREQ 6.3.3).
    public var hanLatinGap = true
    /// The blanks of marks and the spaces shrink if a line is a little too long (CLREQ 6.2.2.2).
    public var squeezes = true
    /// A pause or stop mark may hang over the line's end (CLREQ 6.1.3).
    public var hangsMarks = false
    /// Latin runs are padded so that every Han character stands on the grid (CLREQ 6.2.4).
    public var strictGrid = false
    /// Figures take half an em each if the face has such forms, so that pairs of them keep the grid.
    public var halfWidthFigures = true
    /// Latin words may be broken with a hyphen by patterns (CLREQ 6.1.4).
    public var hyphenates = true
    /// Lines are filled one by one, as browsers do, instead of optimising the whole paragraph.
    public var firstFit = false

    public init(level: LineEdgeRules.Level = .basic) { edges = LineEdgeRules(level: level) }

    /// A profile by its name in `names`; nil for any other name.
    ///
    /// The names are the levels of `LineEdgeRules` and `css-trim`. The levels of CSS squeeze nothing; `css-trim` applies
    /// the text-spacing-trim of CSS Text 4 alone.
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

    /// The profile with the choices of a style added.
    func with(_ style: TextStyle) -> CompositionProfile {
        var profile = self
        profile.hangsMarks = hangsMarks || style.hangsMarks
        profile.strictGrid = strictGrid || style.strictGrid
        return profile
    }

    /// The names that `init(named:)` accepts.
    public static let names = LineEdgeRules.Level.allCases.map(\.rawValue) + ["css-trim"]
}
