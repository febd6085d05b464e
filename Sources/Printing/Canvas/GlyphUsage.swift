internal import Pages

/// The type that pages use: of each face which glyphs, and how many in each size.
struct GlyphUsage: Sendable {
    private(set) var faces: [FaceKey: Face] = [:]

    struct Face: Sendable {
        /// A bit for each glyph: faces have ten thousands of them.
        fileprivate var used: [UInt64] = []
        fileprivate var sizes: [Length: Size] = [:]

        /// The numbers of its glyphs.
        var glyphs: [UInt32] {
            used.enumerated().flatMap { index, word in
                (0..<64).filter { word & 1 << $0 != 0 }.map { UInt32(index * 64 + $0) }
            }
        }

        fileprivate mutating func reach(_ count: Int) {
            if count > used.count { used.append(contentsOf: repeatElement(0, count: count - used.count)) }
        }
    }

    fileprivate struct Size: Sendable {
        var glyphs: Int
        /// The first run, without its glyphs.
        var sample: GlyphRun
    }

    mutating func add(_ run: GlyphRun) { faces[run.face, default: Face()].add(run) }

    /// Adds what the pages that come next use.
    mutating func add(_ next: GlyphUsage) {
        for (key, face) in next.faces { faces[key, default: Face()].add(face) }
    }

    /// A run of each face that has text, in the size that most of it has, without its glyphs.
    ///
    /// - Parameter table: the faces of the pages.
    func samples(_ table: FaceTable) -> [GlyphRun] {
        faces.values.compactMap { face in
            face.sizes.max { ($0.value.glyphs, $1.key) < ($1.value.glyphs, $0.key) }?.value.sample
        }.sorted { table[$0.face] < table[$1.face] }
    }
}

extension GlyphUsage.Face {
    fileprivate mutating func add(_ run: GlyphRun) {
        for glyph in run.glyphs {
            let word = Int(glyph.id / 64)
            if word >= used.count { reach(word + 1) }
            used[word] |= 1 << UInt64(glyph.id % 64)
        }
        guard !run.text.isEmpty, run.size > .zero else { return }
        if sizes[run.size] == nil {
            var sample = run
            sample.glyphs = []
            sizes[run.size] = GlyphUsage.Size(glyphs: 0, sample: sample)
        }
        sizes[run.size]!.glyphs += run.glyphs.count
    }

    fileprivate mutating func add(_ next: Self) {
        reach(next.used.count)
        for word in next.used.indices { used[word] |= next.used[word] }
        for (size, use) in next.sizes {
            sizes[size, default: GlyphUsage.Size(glyphs: 0, sample: use.sample)].glyphs += use.glyphs
        }
    }
}
