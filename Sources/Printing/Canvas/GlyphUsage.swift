internal import Pages

/// The glyphs that pages use, by face, with the number of glyphs in each size.
struct GlyphUsage: Sendable {
    private(set) var faces: [FaceKey: Face] = [:]

    struct Face: Sendable {
        /// One bit for each glyph; a face can have tens of thousands of them.
        fileprivate var bits: [UInt64] = []
        fileprivate var sizes: [Length: Size] = [:]

        /// The numbers of the glyphs in use, ascending.
        var glyphs: [UInt32] {
            bits.enumerated().flatMap { index, word in
                (0..<64).filter { word & 1 << $0 != 0 }.map { UInt32(index * 64 + $0) }
            }
        }

        fileprivate mutating func grow(to count: Int) {
            if count > bits.count { bits.append(contentsOf: repeatElement(0, count: count - bits.count)) }
        }
    }

    fileprivate struct Size: Sendable {
        var glyphCount: Int
        /// The first run in this size, without its glyphs.
        var sample: GlyphRun
    }

    mutating func add(_ run: GlyphRun) { faces[run.face, default: Face()].add(run) }

    /// Adds the usage of the following pages.
    mutating func add(_ next: GlyphUsage) {
        for (key, face) in next.faces { faces[key, default: Face()].add(face) }
    }

    /// For each face with text, a run without glyphs in the face's most frequent size.
    ///
    /// - Parameter table: the faces of the pages.
    func sampleRuns(_ table: FaceTable) -> [GlyphRun] {
        faces.values.compactMap { face in
            face.sizes.max { ($0.value.glyphCount, $1.key) < ($1.value.glyphCount, $0.key) }?.value.sample
        }.sorted { table[$0.face] < table[$1.face] }
    }
}

extension GlyphUsage.Face {
    fileprivate mutating func add(_ run: GlyphRun) {
        for glyph in run.glyphs {
            let word = Int(glyph.id / 64)
            if word >= bits.count { grow(to: word + 1) }
            bits[word] |= 1 << UInt64(glyph.id % 64)
        }
        guard !run.text.isEmpty, run.size > .zero else { return }
        if sizes[run.size] == nil {
            var sample = run
            sample.glyphs = []
            sizes[run.size] = GlyphUsage.Size(glyphCount: 0, sample: sample)
        }
        sizes[run.size]!.glyphCount += run.glyphs.count
    }

    fileprivate mutating func add(_ next: Self) {
        grow(to: next.bits.count)
        for word in next.bits.indices { bits[word] |= next.bits[word] }
        for (size, usage) in next.sizes {
            sizes[size, default: GlyphUsage.Size(glyphCount: 0, sample: usage.sample)].glyphCount += usage.glyphCount
        }
    }
}
