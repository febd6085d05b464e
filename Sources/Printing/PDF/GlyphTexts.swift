internal import Pages

/// What each glyph of a document says in its font, and which runs say more than their glyphs can.
///
/// A font names one text for each glyph. Where a glyph stands for something else than that, where several glyphs say one
/// thing together, or where readers would see spaces between glyphs that the copy does not have, the run's text is
/// written beside its glyphs (ActualText, ISO 32000-1, 14.9.4).
struct GlyphTexts {
    /// What a glyph is called. Nearly all have one character, which is quicker looked up than a text.
    private enum Name: Equatable {
        case scalar(Unicode.Scalar)
        case text(String)

        init(_ text: String) {
            let scalars = text.unicodeScalars
            self = scalars.count == 1 ? .scalar(scalars.first!) : .text(text)
        }

        var text: String {
            switch self {
            case .scalar(let scalar): String(scalar)
            case .text(let text): text
            }
        }
    }

    private var names: [FaceKey: [UInt32: Name]] = [:]

    init(of pages: [Page]) {
        let runs = pages.flatMap(\.glyphRuns).filter { !$0.text.isEmpty }
        for run in runs { Self.nameAlone(run, in: &names[run.face, default: [:]]) }
        for run in runs where !run.hasScalarForEachGlyph { Self.nameTogether(run, in: &names[run.face, default: [:]]) }
    }

    /// Names glyphs that stand for a text by themselves; the first text that a glyph has is its name.
    private static func nameAlone(_ run: GlyphRun, in names: inout [UInt32: Name]) {
        if run.hasScalarForEachGlyph {
            for (glyph, scalar) in zip(run.glyphs, run.text.unicodeScalars) where names[glyph.id] == nil {
                names[glyph.id] = .scalar(scalar)
            }
            return
        }
        run.eachCluster { glyphs, text in
            guard glyphs.count == 1, !text.isEmpty else { return }
            let glyph = run.glyphs[glyphs.lowerBound].id
            if names[glyph] == nil { names[glyph] = Name(text) }
        }
    }

    /// Names glyphs that never do: the first of a group says it all, the others what is neither seen nor counted, a
    /// space without width.
    private static func nameTogether(_ run: GlyphRun, in names: inout [UInt32: Name]) {
        run.eachCluster { glyphs, text in
            guard glyphs.count != 1 || text.isEmpty else { return }
            for place in glyphs where names[run.glyphs[place].id] == nil {
                names[run.glyphs[place].id] = place == glyphs.lowerBound && !text.isEmpty ? Name(text) : Self.nothing
            }
        }
    }

    private static let nothing = Name.scalar("\u{200B}")

    /// What each glyph of a run is called, and whether that says what the run says. Nil when each is called by its own
    /// character of the run's text.
    func names(of run: GlyphRun) -> (names: [String], sayIt: Bool)? {
        let names = names[run.face] ?? [:]
        if run.hasScalarForEachGlyph,
            zip(run.glyphs, run.text.unicodeScalars).allSatisfy({ names[$0.id] == .scalar($1) })
        {
            return nil
        }
        let own = run.glyphs.map { (names[$0.id] ?? Self.nothing).text }
        return (own, run.clusters.allSatisfy { $0.glyphCount == 1 } && own.joined() == run.text)
    }
}

extension GlyphRun {
    /// Whether each character of the text has one glyph, as nearly always.
    fileprivate var hasScalarForEachGlyph: Bool { clusters.isEmpty && text.unicodeScalars.count == glyphs.count }

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
