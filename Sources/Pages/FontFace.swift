/// A face of a font file.
///
/// The file itself is opened by `Fonts` and `Printing`; pages only name it.
public struct FontFace: Hashable, Comparable, Sendable {
    /// The font file's path.
    public let file: String
    /// The face's index in the file; 0 unless the file is a collection.
    public let index: Int
    /// The face's PostScript name, for dumps and messages.
    public let name: String
    /// The key that stands for the face in glyph runs.
    public let key: FaceKey

    public init(file: String, index: Int, name: String) {
        self.file = file
        self.index = index
        self.name = name
        key = FaceKey(file: file, index: index, name: name)
    }

    /// Faces are ordered by file and index, so that the order is the same in every run.
    public static func < (a: FontFace, b: FontFace) -> Bool { (a.file, a.index) < (b.file, b.index) }
}

/// A number that stands for a `FontFace`, derived from its file, index and name alone.
///
/// Every glyph run holds one, and several threads copy and compare runs at once. A number has no reference count that
/// they would contend on, and every font book gives the same face the same number. The face is found in the page's
/// `FaceTable`.
public struct FaceKey: Hashable, Sendable {
    private let hash: UInt64

    fileprivate init(file: String, index: Int, name: String) {
        // FNV-1a with 64 bits. No UTF-8 text contains the byte 0xFF, so it separates the three parts.
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        func mix(_ byte: UInt8) { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
        for byte in file.utf8 { mix(byte) }
        mix(0xFF)
        for byte in String(index).utf8 { mix(byte) }
        mix(0xFF)
        for byte in name.utf8 { mix(byte) }
        self.hash = hash
    }
}

/// Faces by their keys, as a PDF page's resource dictionary lists the fonts that its content names.
public struct FaceTable: Hashable, Sendable {
    private var faces: [FaceKey: FontFace] = [:]

    public init(_ faces: some Sequence<FontFace> = []) {
        for face in faces { insert(face) }
    }

    /// The faces in order of file and index.
    public var sorted: [FontFace] { faces.values.sorted() }

    /// The face of a key. The table must contain it.
    public subscript(key: FaceKey) -> FontFace {
        guard let face = faces[key] else { preconditionFailure("a glyph run names a face that its page does not list") }
        return face
    }

    public mutating func insert(_ face: FontFace) {
        let old = faces.updateValue(face, forKey: face.key)
        precondition(old == nil || old == face, "two faces have the same key")
    }

    public mutating func merge(_ other: FaceTable) {
        for face in other.faces.values { insert(face) }
    }

    /// The table reduced to the faces that the glyph runs of `items` name. The table must contain all of them.
    public func used(by items: [Item]) -> FaceTable {
        var used = FaceTable()
        var last: FaceKey?
        items.forEachLeaf { item in
            guard case .text(let run) = item, run.face != last else { return }
            last = run.face
            if used.faces[run.face] == nil { used.faces[run.face] = self[run.face] }
        }
        return used
    }
}
