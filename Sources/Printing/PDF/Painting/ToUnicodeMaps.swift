internal import Pages

/// The text of each glyph in its font's ToUnicode map, and the runs that need a text of their own.
///
/// ToUnicode gives each glyph of a font one text. Where a glyph stands for another text, where several glyphs stand for
/// one text, or where readers would insert spaces between glyphs, the run's text is written beside its glyphs as
/// ActualText (ISO 32000-1, 14.9.4).
struct ToUnicodeMaps {
    /// The texts of one face's glyphs. Nearly all are single characters, which are stored without a string.
    private struct Map {
        /// By glyph number: a character, `none` for a glyph without a text, or `long` for one in `texts`.
        private var scalars: [UInt32] = []
        private var texts: [UInt32: String] = [:]

        private static let none = UInt32.max
        private static let long = UInt32.max - 1

        /// The glyph's text if it is one character; else a value that is no character.
        func scalar(_ glyph: UInt32) -> UInt32 { Int(glyph) < scalars.count ? scalars[Int(glyph)] : Self.none }

        subscript(glyph: UInt32) -> String? {
            let scalar = scalar(glyph)
            return scalar == Self.long ? texts[glyph] : Unicode.Scalar(scalar).map { String($0) }
        }

        /// A range that contains all glyphs with a text.
        var glyphs: Range<UInt32> { 0..<UInt32(scalars.count) }

        func contains(_ glyph: UInt32) -> Bool { scalar(glyph) != Self.none }

        mutating func map(_ glyph: UInt32, to text: String) {
            let scalars = text.unicodeScalars
            if let scalar = scalars.first, scalars.count == 1 { return map(glyph, toScalar: scalar.value) }
            store(Self.long, for: glyph)
            texts[glyph] = text
        }

        mutating func map(_ glyph: UInt32, toScalar scalar: UInt32) { store(scalar, for: glyph) }

        private mutating func store(_ value: UInt32, for glyph: UInt32) {
            let missing = Int(glyph) + 1 - scalars.count
            if missing > 0 { scalars.append(contentsOf: repeatElement(Self.none, count: missing)) }
            scalars[Int(glyph)] = value
        }
    }

    private let maps: [FaceKey: Map]

    /// The glyphs of a face that have a text, by number.
    func entries(of face: FaceKey) -> [(glyph: UInt32, text: String)] {
        guard let map = maps[face] else { return [] }
        return map.glyphs.compactMap { glyph in map[glyph].map { (glyph, $0) } }
    }

    init(of pages: [Page]) {
        var maps: [FaceKey: Map] = [:], complexRuns: [GlyphRun] = []
        for page in pages {
            page.forEachRun { run in
                guard !run.text.isEmpty else { return }
                if !Self.mapSingleGlyphs(of: run, in: &maps[run.face, default: Map()]) { complexRuns.append(run) }
            }
        }
        for run in complexRuns { Self.mapRemainingGlyphs(of: run, in: &maps[run.face, default: Map()]) }
        self.maps = maps
    }

    /// Maps glyphs that stand for a text alone. The first text of a glyph is used.
    ///
    /// - Returns: false if the run may contain other glyphs.
    private static func mapSingleGlyphs(of run: GlyphRun, in map: inout Map) -> Bool {
        let isSimple = run.allGlyphs { glyph, scalar in
            if !map.contains(glyph) { map.map(glyph, toScalar: scalar) }
            return true
        }
        if isSimple { return true }
        run.forEachCluster { glyphs, text in
            guard glyphs.count == 1, !text.isEmpty else { return }
            let glyph = run.glyphs[glyphs.lowerBound].id
            if !map.contains(glyph) { map.map(glyph, to: text) }
        }
        return false
    }

    /// Maps glyphs that never stand for a text alone: the first of a cluster gets the cluster's text, the others a
    /// zero-width space.
    private static func mapRemainingGlyphs(of run: GlyphRun, in map: inout Map) {
        run.forEachCluster { glyphs, text in
            guard glyphs.count != 1 || text.isEmpty else { return }
            for index in glyphs where !map.contains(run.glyphs[index].id) {
                let isFirst = index == glyphs.lowerBound && !text.isEmpty
                map.map(run.glyphs[index].id, to: isFirst ? text : zeroWidthSpace)
            }
        }
    }

    private static let zeroWidthSpace = "\u{200B}"

    /// The texts of a run's glyphs, and whether they add up to the run's text; nil if each glyph's text is its own
    /// character of the run's text.
    func mapping(of run: GlyphRun) -> (texts: [String], isExact: Bool)? {
        let map = maps[run.face] ?? Map()
        if run.allGlyphs({ glyph, scalar in map.scalar(glyph) == scalar }) { return nil }
        let texts = run.glyphs.map { map[$0.id] ?? Self.zeroWidthSpace }
        return (texts, run.clusters.allSatisfy { $0.glyphCount == 1 } && texts.joined() == run.text)
    }
}

extension GlyphRun {
    /// Whether each character of the text has one glyph, as nearly always, and `predicate` holds for each glyph and its
    /// character. It is called for all glyphs of a document, so it decodes the text's UTF-8 directly.
    fileprivate func allGlyphs(_ predicate: (_ glyph: UInt32, _ scalar: UInt32) -> Bool) -> Bool {
        guard clusters.isEmpty else { return false }
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count(where: { !UTF8.isContinuation($0) }) == glyphs.count else { return false }
            var parser = UTF8.ForwardParser(), rest = bytes.makeIterator()
            return glyphs.allSatisfy { glyph in
                guard case .valid(let scalar) = parser.parseScalar(from: &rest) else { return false }
                return predicate(glyph.id, UTF8.decode(scalar).value)
            }
        }
    }

    /// Calls `body` with the glyphs and the text of each cluster. Without clusters each character has one glyph. Clusters
    /// that do not add up to the run are replaced by one, so that no text is lost.
    fileprivate func forEachCluster(_ body: (Range<Int>, String) -> Void) {
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
