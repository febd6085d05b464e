internal import Pages

/// What each glyph of a document says in its font, and which runs say more than their glyphs can.
///
/// A font names one text for each glyph. Where a glyph stands for something else than that, where several glyphs say one
/// thing together, or where readers would see spaces between glyphs that the copy does not have, the run's text is
/// written beside its glyphs (ActualText, ISO 32000-1, 14.9.4).
struct GlyphTexts {
    private(set) var texts: [FaceKey: [UInt32: String]] = [:]

    init(of pages: [Page]) {
        let runs = pages.flatMap(\.glyphRuns).filter { !$0.text.isEmpty }
        for run in runs { Self.nameAlone(run, in: &texts[run.face, default: [:]]) }
        for run in runs { Self.nameTogether(run, in: &texts[run.face, default: [:]]) }
    }

    /// Names glyphs that stand for a text by themselves; the first text that a glyph has is its name.
    private static func nameAlone(_ run: GlyphRun, in texts: inout [UInt32: String]) {
        run.eachCluster { glyphs, text in
            guard glyphs.count == 1, !text.isEmpty else { return }
            let glyph = run.glyphs[glyphs.lowerBound].id
            if texts[glyph] == nil { texts[glyph] = text }
        }
    }

    /// Names glyphs that never do: the first of a group says it all, the others what is neither seen nor counted, a
    /// space without width.
    private static func nameTogether(_ run: GlyphRun, in texts: inout [UInt32: String]) {
        run.eachCluster { glyphs, text in
            guard glyphs.count != 1 || text.isEmpty else { return }
            for place in glyphs where texts[run.glyphs[place].id] == nil {
                texts[run.glyphs[place].id] = place == glyphs.lowerBound && !text.isEmpty ? text : "\u{200B}"
            }
        }
    }

    /// What each glyph of a run is called, and whether these names say what the run says.
    func names(of run: GlyphRun) -> (names: [String], saysItself: Bool) {
        let texts = texts[run.face] ?? [:]
        var names: [String] = []
        var saysItself = true
        run.eachCluster { glyphs, text in
            for place in glyphs { names.append(texts[run.glyphs[place].id] ?? "\u{200B}") }
            if glyphs.count != 1 || names.last != text { saysItself = false }
        }
        return (names, saysItself)
    }
}

extension GlyphRun {
    /// Calls `body` with each cluster: its glyphs and what they say. Without clusters each scalar has one glyph; clusters
    /// that do not add up are one, so that the text stays.
    func eachCluster(_ body: (Range<Int>, String) -> Void) {
        var counts: [(bytes: Int, glyphs: Int)] = []
        if clusters.isEmpty {
            counts = text.unicodeScalars.map { (UTF8.width($0), 1) }
        } else {
            counts = clusters.map { ($0.utf8Count, $0.glyphCount) }
        }
        let sum = counts.reduce((0, 0)) { ($0.0 + $1.bytes, $0.1 + $1.glyphs) }
        if sum.0 != text.utf8.count || sum.1 != glyphs.count { counts = [(text.utf8.count, glyphs.count)] }
        var (byte, glyph) = (text.utf8.startIndex, 0)
        for count in counts {
            let end = text.utf8.index(byte, offsetBy: count.bytes)
            body(glyph..<glyph + count.glyphs, String(text[byte..<end]))
            (byte, glyph) = (end, glyph + count.glyphs)
        }
    }
}
