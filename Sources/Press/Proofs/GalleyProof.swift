public import Diagnostics
public import Fonts
internal import Layouts
public import Pages
public import Typesetting

/// A galley proof (长条样): text typeset to one measure, to examine composition by itself.
public struct GalleyProof {
    /// The measure and the indent, in em.
    public var measure: Double
    public var indent: Double
    public var size: Length
    public var role: String
    public var language: String
    public var profile: CompositionProfile
    public var kind: Kind

    /// How each paragraph is typeset.
    public enum Kind: String, CaseIterable, Sendable {
        /// As running text.
        case body
        /// As a headline of the size: balanced, and broken between words.
        case headline
    }

    public init(
        measure: Double, indent: Double, size: Length = .pt(9), role: String, language: String,
        profile: CompositionProfile, kind: Kind = .body
    ) {
        self.measure = measure
        self.indent = indent
        self.size = size
        self.role = role
        self.language = language
        self.profile = profile
        self.kind = kind
    }

    /// The measurements of the paragraphs' lines.
    public func lines(of paragraphs: [String], fonts: FontBook) -> [[LineMeasure]] {
        let typesetter = Typesetter(fonts: fonts, language: language, profile: profile)
        return paragraphs.map { typesetter.measure(StyledText($0, role: role), measure: measure, indent: indent) }
    }

    /// The proof as pages: strips side by side between hairlines that mark the column's edges.
    ///
    /// A headline that does not fit the measure at its size, and a character that no font has, are errors. A character that
    /// is taken from another font is a warning.
    public func document(of paragraphs: [String], title: String, fonts: FontBook) -> Reported<Document> {
        let reporter = Reporter()
        let typesetter = Typesetter(fonts: fonts, language: language, profile: profile)
        var lines: [ComposedLine] = []
        for (index, paragraph) in paragraphs.enumerated() where !paragraph.isEmpty {
            let place = SourcePlace(file: title, line: index + 1, column: 0)
            guard let set = set(paragraph, typesetter) else {
                reporter.error(
                    at: place, "the headline does not fit \(measure) characters at \(size.points) pt",
                    hints: "give it more room with --measure")
                continue
            }
            if kind == .headline, !lines.isEmpty { lines.append(ComposedLine(runs: [], width: .zero)) }
            lines += set.lines
            report(set.missingGlyphs, at: place, to: reporter)
        }
        let sheet = ProofSheet(
            measure: measure * size, size: size, leading: size * Self.leading(kind), faces: fonts.faces)
        let pages = sheet.pages(of: lines)
        return Reported(
            Document(title: title, author: "", language: language, date: "", pages: pages), reporter.diagnostics)
    }

    private func set(_ paragraph: String, _ typesetter: Typesetter) -> ComposedParagraph? {
        let width = measure * size
        switch kind {
        case .body:
            let style = TextStyle(
                role: role, size: size, leading: size * Self.leading(.body), align: .justify, indent: indent)
            return typesetter.paragraph(StyledText(paragraph, role: role), style: style, measure: width)
        case .headline:
            let title = TextStyle(role: role, size: size, leading: size * Self.leading(.headline), align: .center)
            let style = HeadlineStyle(
                title: title, sizes: [size], maxLines: Self.mostLines, kicker: title, deck: title, rowsAbove: 0,
                rowsBelow: 0)
            let best = typesetter.headlines(paragraph, style: style, width: width).min { $0.cost < $1.cost }
            return best.map { ComposedParagraph(lines: $0.lines, missingGlyphs: $0.missingGlyphs) }
        }
    }

    private static let mostLines = 4

    /// The leading as a multiple of the size: newspapers set body text open and headlines tight.
    private static func leading(_ kind: Kind) -> Double { kind == .body ? 1.45 : 1.2 }

    private func report(_ missingGlyphs: [MissingGlyph], at place: SourcePlace, to reporter: Reporter) {
        for missingGlyph in Set(missingGlyphs).sorted(by: { $0.codePoint < $1.codePoint }) {
            if let face = missingGlyph.face {
                reporter.warning(
                    at: place,
                    "“\(missingGlyph.character)” (\(missingGlyph.codePoint)) is not in the fonts of \(missingGlyph.role)",
                    hints: "it is taken from \(face.name)")
            } else {
                reporter.error(
                    at: place, "no font has “\(missingGlyph.character)” (\(missingGlyph.codePoint))",
                    hints: "put a font that has it into fonts/ and name it for \(missingGlyph.role) in roles.yaml")
            }
        }
    }
}
