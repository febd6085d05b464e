internal import Diagnostics
internal import Pages

/// The type for one print job, as a compositor fills a case before setting: every face that the pages use, opened once.
struct TypeCase {
    private let faces: [FaceKey: PrintFace]

    /// - Parameters:
    ///   - cut: whether each face is cut to the glyphs that the pages use, as for a file that carries them.
    ///   - other: a case whose whole faces may be used on, and are kept.
    init(for pages: [Page], cut: Bool, keeping other: TypeCase? = nil) throws {
        var used: [FaceKey: Set<UInt32>] = [:]
        for page in pages {
            for run in page.glyphRuns {
                for glyph in run.glyphs { used[run.face, default: []].insert(glyph.id) }
            }
        }
        var faces = other?.faces ?? [:]
        var troubles: [Diagnostic] = []
        for (key, glyphs) in used.sorted(by: { $0.key < $1.key }) where faces[key] == nil {
            do {
                faces[key] = try cut ? PrintFace(key, cutTo: glyphs) : PrintFace(whole: key)
            } catch {
                troubles.append(
                    .error(at: SourcePlace(file: key.file), "the font \(key.name) cannot be used: \(error)"))
            }
        }
        guard troubles.isEmpty else { throw Rejected(troubles) }
        self.faces = faces
    }

    /// The face of a run of one of the pages that the case was filled for.
    subscript(key: FaceKey) -> PrintFace { faces[key]! }
}
