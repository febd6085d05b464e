internal import Copy
internal import Diagnostics
internal import Pages
internal import Typesetting

/// Reports the characters of a story that its fonts lack: each once in every part of the story, at its first place there. A
/// character that is taken from another font is a warning; one that no font has would be left white, and is an error.
struct MissingGlyphReport {
    private var found: [(missingGlyph: MissingGlyph, place: SourcePlace)] = []

    /// The missing glyphs of a story's body, which is typeset before its page is planned.
    init(_ story: Story) {
        for missingGlyph in Set(story.body.best.missingGlyphs) {
            found.append((missingGlyph, story.article.place(ofBody: missingGlyph.character)))
        }
    }

    /// The missing glyphs of a module's headline, captions and credits.
    init(_ module: Module) {
        let article = module.story.article
        for missingGlyph in Set(module.headline.missingGlyphs) {
            found.append((missingGlyph, article.place.column(of: missingGlyph.character)))
        }
        for figure in module.photos?.figures ?? [] {
            let photo = module.story.pictures[figure.picture].photo
            for missingGlyph in Set(figure.missingGlyphs) {
                found.append((missingGlyph, photo.place.column(of: missingGlyph.character)))
            }
        }
    }

    func report(to reporter: Reporter) {
        let inOrder = found.sorted {
            ($0.place.line, $0.place.column, $0.missingGlyph.codePoint) < (
                $1.place.line, $1.place.column, $1.missingGlyph.codePoint
            )
        }
        for (missingGlyph, place) in inOrder {
            if let face = missingGlyph.face {
                reporter.warning(
                    at: place,
                    "“\(missingGlyph.character)” (\(missingGlyph.codePoint)) is not in the fonts of \(missingGlyph.role); taken from \(face.name)"
                )
            } else {
                reporter.error(
                    at: place,
                    "no font has “\(missingGlyph.character)” (\(missingGlyph.codePoint)), so it would be left white",
                    hints: "put a font that has it into fonts/ and name it in fonts/roles.yaml")
            }
        }
    }
}

extension Article {
    /// The first place of a character in the body.
    fileprivate func place(ofBody character: Character) -> SourcePlace {
        for block in body {
            switch block {
            case .paragraph(let paragraph), .quote(let paragraph), .listItem(_, let paragraph):
                if paragraph.text.holds(character) { return paragraph.place.column(of: character) }
            case .subhead(let lines, let place):
                if lines.contains(where: { $0.holds(character) }) { return place.column(of: character) }
            }
        }
        return place
    }
}

extension SourcePlace {
    /// The place of a character in the line; the place of the line itself where the character is in a later line that was
    /// joined to it.
    fileprivate func column(of character: Character) -> SourcePlace {
        var place = self
        guard let line = excerpt,
            let at = line.firstIndex(where: { $0.unicodeScalars.contains(character.unicodeScalars.first!) })
        else { return place }
        place.column = line.distance(from: line.startIndex, to: at) + 1
        return place
    }
}

extension String {
    /// Whether the text contains a character's first scalar, which may be part of a character of several scalars.
    fileprivate func holds(_ character: Character) -> Bool {
        unicodeScalars.contains(character.unicodeScalars.first!)
    }
}
