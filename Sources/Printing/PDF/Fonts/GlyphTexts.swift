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

    /// Whether the run's glyphs, one by one, say what the run says.
    func saysItself(_ run: GlyphRun, in font: PDFFont) -> Bool {
        guard !run.isTorn(in: font) else { return false }
        let texts = texts[run.face] ?? [:]
        var says = true
        run.eachCluster { glyphs, text in
            if glyphs.count != 1 || texts[run.glyphs[glyphs.lowerBound].id] != text { says = false }
        }
        return says
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

    /// Readers see a space, or a line's end, where blank of more than so many em stands between two glyphs, or where one
    /// goes so far over the other (Poppler's minWordBreakSpace and minDupBreakOverlap).
    private static let tear = 0.1

    /// Whether the run stands so that a reader of the file does not take it for one piece of text.
    fileprivate func isTorn(in font: PDFFont) -> Bool {
        let em = size.points
        return zip(glyphs, glyphs.dropFirst()).contains { glyph, next in
            let width = font.codes[glyph.id].flatMap { font.widths[$0] } ?? 0
            let (along, across) =
                turn == .upright
                ? (next.x - glyph.x, next.y - glyph.y) : (next.y - glyph.y, next.x - glyph.x)
            return abs(along - width / 1000 * em * widthScale) > Self.tear * em || abs(across) > Self.tear * em
        }
    }
}
