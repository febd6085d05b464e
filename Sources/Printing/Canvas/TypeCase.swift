internal import Diagnostics
internal import Pages

/// The type for a picture of a page, as a compositor fills a case before setting: every face that it uses, opened once.
struct TypeCase {
    private let faces: [FaceKey: PrintFace]

    init(for page: Page) throws {
        var faces: [FaceKey: PrintFace] = [:]
        var troubles: [Diagnostic] = []
        for key in Set(page.glyphRuns.map(\.face)).sorted() {
            do {
                faces[key] = try PrintFace(key)
            } catch {
                troubles.append(
                    .error(at: SourcePlace(file: key.file), "the font \(key.name) cannot be used: \(error)"))
            }
        }
        guard troubles.isEmpty else { throw Rejected(troubles) }
        self.faces = faces
    }

    /// The face of a run of the page that the case was filled for.
    subscript(key: FaceKey) -> PrintFace { faces[key]! }
}
