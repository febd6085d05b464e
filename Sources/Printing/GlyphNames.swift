internal import Pages

/// Where each glyph of a document gets its name in the file's font.
///
/// A PDF's font names the text of a glyph where the glyph stands for nothing but that text. In a run that is spread so
/// far that readers see spaces in it, the whole run's text is written beside its glyphs instead; and a glyph that
/// stands in such runs alone would have no name, and be lost to readers that look only at names. It is named at one
/// place there: in the middle of closely set neighbours if it has such a place.
struct GlyphNames {
    struct Key: Hashable {
        var face: FaceKey
        var id: UInt32
    }

    /// Named, or to be named, outside spread runs.
    private var elsewhere: Set<Key> = []
    /// With a place in a spread run where no gap is beside them.
    private var quiet: Set<Key> = []
    /// Named in a spread run so far.
    private var named: Set<Key> = []

    init(of pages: [Page]) {
        let runs = pages.flatMap(\.glyphRuns)
        for run in runs where !run.isSpread {
            for glyph in run.glyphs { elsewhere.insert(Key(face: run.face, id: glyph.id)) }
        }
        for run in runs where run.isSpread {
            for (index, glyph) in run.glyphs.enumerated() where !run.hasGap(beside: index) {
                quiet.insert(Key(face: run.face, id: glyph.id))
            }
        }
    }

    /// Whether a glyph of a spread run has to stand by itself here, so that it gets its name.
    mutating func isNamed(here index: Int, in run: GlyphRun) -> Bool {
        let key = Key(face: run.face, id: run.glyphs[index].id)
        if elsewhere.contains(key) || run.hasGap(beside: index) && quiet.contains(key) { return false }
        return named.insert(key).inserted
    }
}

extension GlyphRun {
    /// Whether glyphs stand so far apart that a reader of the file takes the gaps for spaces.
    var isSpread: Bool { glyphs.indices.contains { hasGap(after: $0) } }

    fileprivate func hasGap(beside index: Int) -> Bool { hasGap(after: index) || index > 0 && hasGap(after: index - 1) }

    /// Poppler sees a space from 0.15 em of blank on. A Han character is one em wide, so that is how far its neighbour
    /// may be. Upright glyphs one below the other are no line to a reader at all.
    private func hasGap(after index: Int) -> Bool {
        guard index + 1 < glyphs.count else { return false }
        let reach = 1.14 * size.points
        let drop = turn == .upright ? 0.45 * size.points : reach
        return glyphs[index + 1].x - glyphs[index].x > reach || glyphs[index + 1].y - glyphs[index].y > drop
    }
}
