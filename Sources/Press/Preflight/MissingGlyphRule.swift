internal import Diagnostics
internal import Pages

/// Characters that no font has: in their place a box would be printed.
enum MissingGlyphRule {
    static func diagnostics(of page: Page) -> [Diagnostic] {
        var missing: Set<Character> = []
        for run in page.glyphRuns where run.glyphs.contains(where: { $0.id == 0 }) {
            let characters = Array(run.text)
            // The font's glyph 0 stands for what it lacks. Only where each character has one glyph is it clear which.
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
