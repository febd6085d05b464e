internal import Pages

/// What each glyph of a document says in its font, and which runs say more than their glyphs can.
///
/// A font names one text for each glyph. Where a glyph stands for something else than that, where several glyphs say one
/// thing together, or where readers would see spaces between glyphs that the copy does not have, the run's text is
/// written beside its glyphs (ActualText, ISO 32000-1, 14.9.4).
struct GlyphTexts {
    /// What the glyphs of a face are called. Nearly all have one character, which is quicker looked up than a text.
    private struct Names {
        /// By the glyphs' numbers; `none` for one without a name, `text` for one whose name has more characters or less.
        private var scalars: [UInt32] = []
        private var texts: [UInt32: String] = [:]

        private static let none = UInt32.max
        private static let text = UInt32.max - 1

        /// The one character of a glyph's name; no character's number where there is none.
        func scalar(_ glyph: UInt32) -> UInt32 { Int(glyph) < scalars.count ? scalars[Int(glyph)] : Self.none }

        subscript(glyph: UInt32) -> String? {
            let scalar = scalar(glyph)
            return scalar == Self.text ? texts[glyph] : Unicode.Scalar(scalar).map { String($0) }
        }

        /// Numbers among which all named glyphs are.
        var numbers: Range<UInt32> { 0..<UInt32(scalars.count) }

        func isNamed(_ glyph: UInt32) -> Bool { scalar(glyph) != Self.none }

        mutating func name(_ glyph: UInt32, _ text: String) {
            let scalars = text.unicodeScalars
            if let scalar = scalars.first, scalars.count == 1 { return name(glyph, scalar: scalar.value) }
            set(glyph, Self.text)
            texts[glyph] = text
        }

        mutating func name(_ glyph: UInt32, scalar: UInt32) { set(glyph, scalar) }

        private mutating func set(_ glyph: UInt32, _ value: UInt32) {
            let missing = Int(glyph) + 1 - scalars.count
            if missing > 0 { scalars.append(contentsOf: repeatElement(Self.none, count: missing)) }
            scalars[Int(glyph)] = value
        }
    }

    private let names: [FaceKey: Names]

    /// Every glyph of a face that has a name, by its number, and the name.
    func all(of face: FaceKey) -> [(glyph: UInt32, name: String)] {
        guard let names = names[face] else { return [] }
        return names.numbers.compactMap { glyph in names[glyph].map { (glyph, $0) } }
    }

    init(of pages: [Page]) {
        var names: [FaceKey: Names] = [:], others: [GlyphRun] = []
        for page in pages {
            page.forEachRun { run in
                guard !run.text.isEmpty else { return }
                if !Self.nameAlone(run, in: &names[run.face, default: Names()]) { others.append(run) }
            }
        }
        for run in others { Self.nameTogether(run, in: &names[run.face, default: Names()]) }
        self.names = names
    }

    /// Names glyphs that stand for a text by themselves; the first text that a glyph has is its name. False when the run
    /// may have others.
    private static func nameAlone(_ run: GlyphRun, in names: inout Names) -> Bool {
        let isSimple = run.allGlyphs { glyph, scalar in
            if !names.isNamed(glyph) { names.name(glyph, scalar: scalar) }
            return true
        }
        if isSimple { return true }
        run.eachCluster { glyphs, text in
            guard glyphs.count == 1, !text.isEmpty else { return }
            let glyph = run.glyphs[glyphs.lowerBound].id
            if !names.isNamed(glyph) { names.name(glyph, text) }
        }
        return false
    }

    /// Names glyphs that never do: the first of a group says it all, the others what is neither seen nor counted, a
    /// space without width.
    private static func nameTogether(_ run: GlyphRun, in names: inout Names) {
        run.eachCluster { glyphs, text in
            guard glyphs.count != 1 || text.isEmpty else { return }
            for place in glyphs where !names.isNamed(run.glyphs[place].id) {
                names.name(run.glyphs[place].id, place == glyphs.lowerBound && !text.isEmpty ? text : Self.nothing)
            }
        }
    }

    private static let nothing = "\u{200B}"

    /// What each glyph of a run is called, and whether that says what the run says. Nil when each is called by its own
    /// character of the run's text.
    func names(of run: GlyphRun) -> (names: [String], sayIt: Bool)? {
        let names = names[run.face] ?? Names()
        if run.allGlyphs({ glyph, scalar in names.scalar(glyph) == scalar }) { return nil }
        let own = run.glyphs.map { names[$0.id] ?? Self.nothing }
        return (own, run.clusters.allSatisfy { $0.glyphCount == 1 } && own.joined() == run.text)
    }
}

extension GlyphRun {
    /// Whether each character of the text has one glyph, as nearly always, and something holds for each glyph and the number
    /// of its character. All glyphs of a document are gone through, so the text is read from its bytes.
    fileprivate func allGlyphs(_ holds: (_ glyph: UInt32, _ scalar: UInt32) -> Bool) -> Bool {
        guard clusters.isEmpty else { return false }
        var text = text
        return text.withUTF8 { bytes in
            guard bytes.count(where: { !UTF8.isContinuation($0) }) == glyphs.count else { return false }
            var parser = UTF8.ForwardParser(), rest = bytes.makeIterator()
            return glyphs.allSatisfy { glyph in
                guard case .valid(let scalar) = parser.parseScalar(from: &rest) else { return false }
                return holds(glyph.id, UTF8.decode(scalar).value)
            }
        }
    }

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
