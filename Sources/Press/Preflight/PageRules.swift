internal import Diagnostics
internal import Pages
internal import Printing

/// Reports furniture without content, such as text whose placeholders the edition does not give.
enum EmptyFurnitureRule {
    static func diagnostics(of page: Page) -> [Diagnostic] {
        page.items.compactMap { item in
            guard case .group(let group) = item, case .furniture(let name) = group.role, group.isEmpty else {
                return nil
            }
            return .warning(
                at: nil, "page \(page.number): the furniture “\(name)” is empty",
                hints: "give its words in edition.yaml, or take it out of the layout")
        }
    }
}

extension Group {
    /// Whether the group has nothing but an empty frame or blank text. A rule alone is content: it separates stories.
    fileprivate var isEmpty: Bool {
        items.allSatisfy { item in
            switch item {
            case .text(let run): run.text.allSatisfy(\.isWhitespace)
            case .group(let group): group.isEmpty
            case .box: true
            case .image, .rule: false
            }
        }
    }
}

/// Reports characters that no font has. A box would be printed in their place.
enum MissingGlyphRule {
    static func diagnostics(of page: Page) -> [Diagnostic] {
        var missing: Set<Character> = []
        for run in page.glyphRuns where run.glyphs.contains(where: { $0.id == 0 }) {
            let characters = Array(run.text)
            // Glyph 0 of a font stands for a character that it lacks. The character is known only if each character has
            // one glyph.
            if characters.count == run.glyphs.count {
                for (glyph, character) in zip(run.glyphs, characters) where glyph.id == 0 { missing.insert(character) }
            } else {
                missing.formUnion(characters.prefix(1))
            }
        }
        return missing.sorted().map { character in
            .error(
                at: nil, "page \(page.number): no font has “\(character)”, so a box would be printed",
                hints: "put a font that has it into fonts/ and name it in fonts/roles.yaml")
        }
    }
}

/// Reports lines that are too thin to hold on a plate.
enum HairlineRule {
    private static let thinnest = Length.pt(0.25)

    static func diagnostics(of page: Page) -> [Diagnostic] {
        let thin = page.lineThicknesses.filter { $0 < thinnest && !$0.isClose(to: thinnest) }
        guard let least = thin.min() else { return [] }
        let lines = thin.count == 1 ? "a line is" : "\(thin.count) lines are"
        let points = (least.points * 100).rounded() / 100
        return [
            .warning(
                at: nil, "page \(page.number): \(lines) thinner than 0.25 pt (\(points) pt), which may not print",
                hints: "make rules and frames 0.25 pt or more in the layout")
        ]
    }
}

/// Reports small type in a black that contains other inks. Where the plates do not register, it gets coloured edges.
enum RichBlackRule {
    /// Type below this size is small. The plates of a newspaper press register within some tenths of a millimetre, which is
    /// the thickness of such type's strokes.
    private static let small = Length.pt(14)
    /// A colour with at least this share of black is meant as black.
    private static let black = 0.7
    /// A smaller share of another ink is not visible at an edge.
    private static let trace = 0.05

    static func diagnostics(of page: Page) -> [Diagnostic] {
        let runs = page.glyphRuns.filter { run in
            let inks = run.ink.press
            return run.size < small && inks.black >= black && inks.total - inks.black > trace
        }
        guard let first = runs.first else { return [] }
        return [
            .warning(
                at: nil,
                "page \(page.number): small type, such as “\(first.text.prefix(8))”, is in black with other inks",
                hints: "use black alone for type below \(Int(small.points)) pt")
        ]
    }
}
