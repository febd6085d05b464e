internal import Synchronization

/// Which face of which font file draws a run. A key, not a handle: the one door to the face itself is Fonts.
///
/// Every run has one, and several hands copy and compare them at once; so it is a number, and what the number stands for
/// is kept for the whole program.
public struct FaceKey: Hashable, Comparable, Sendable {
    private let number: Int32

    /// Equal keys are equal in all three.
    private struct Face: Hashable {
        var file: String
        var index: Int
        var name: String
    }

    private struct Faces {
        var all: [Face] = []
        var numbers: [Face: Int32] = [:]
    }

    private static let faces = Mutex(Faces())

    /// - Parameters:
    ///   - file: the font file.
    ///   - index: the face's place in the file, 0 unless the file is a collection.
    ///   - name: the face's PostScript name, for dumps and messages.
    public init(file: String, index: Int, name: String) {
        let face = Face(file: file, index: index, name: name)
        number = Self.faces.withLock { faces in
            if let known = faces.numbers[face] { return known }
            faces.all.append(face)
            faces.numbers[face] = Int32(faces.all.count - 1)
            return Int32(faces.all.count - 1)
        }
    }

    private var face: Face { Self.faces.withLock { $0.all[Int(number)] } }

    public var file: String { face.file }
    public var index: Int { face.index }
    public var name: String { face.name }

    public static func < (a: FaceKey, b: FaceKey) -> Bool { (a.file, a.index) < (b.file, b.index) }
}
