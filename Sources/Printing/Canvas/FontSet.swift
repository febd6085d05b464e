internal import Diagnostics
internal import Pages

/// The faces that a print job uses, each opened once. Cairo's faces are not thread-safe, so each worker has its own set.
struct FontSet {
    private let faces: [FaceKey: CairoFace]

    /// Font files subset to the glyphs that a document uses, for embedding. Several workers can open them.
    struct Subsets: Sendable {
        typealias Face = (face: FontFace, glyphs: [UInt32])
        typealias Subset = (face: FontFace, source: Result<FontSubset, any Error>)

        fileprivate let subsets: [Subset]

        init(_ subsets: [Subset]) { self.subsets = subsets }

        /// The faces to subset, those with the most glyphs first because they take longest.
        ///
        /// - Parameter table: the faces of the pages.
        static func faces(of usage: GlyphUsage, _ table: FaceTable) -> [Face] {
            usage.faces.map { (table[$0.key], $0.value.glyphs) }.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
        }

        static func subset(of face: Face) -> Subset {
            (face.face, Result { try FontSubset(of: face.face, glyphs: face.glyphs) })
        }
    }

    /// Opens subset fonts.
    ///
    /// - Throws: `DiagnosticsError` with an error for each font that cannot be used.
    init(_ subsets: Subsets) throws {
        try self.init(subsets.subsets) { font in try CairoFace(subset: font.get()) }
    }

    /// Opens the complete faces that a page uses, for a picture, which embeds no fonts.
    ///
    /// - Parameter other: a set whose faces are reused and kept.
    /// - Throws: `DiagnosticsError` with an error for each font that cannot be used.
    init(wholeFor page: Page, keeping other: FontSet? = nil) throws {
        let new = Set(page.glyphRuns.map(\.face)).filter { other?.faces[$0] == nil }
        try self.init(
            new.map { (page.faces[$0], page.faces[$0]) }, keeping: other?.faces ?? [:], CairoFace.init(whole:))
    }

    private init<Source>(
        _ sources: [(face: FontFace, source: Source)], keeping others: [FaceKey: CairoFace] = [:],
        _ open: (Source) throws -> CairoFace
    ) throws {
        var faces = others
        var errors: [Diagnostic] = []
        for (face, source) in sources.sorted(by: { $0.face < $1.face }) {
            do {
                faces[face.key] = try open(source)
            } catch {
                errors.append(
                    .error(at: SourcePlace(file: face.file), "the font \(face.name) cannot be used: \(error)"))
            }
        }
        guard errors.isEmpty else { throw DiagnosticsError(errors) }
        self.faces = faces
    }

    /// The face of a run. The run must belong to the document or page that the set was opened for.
    subscript(key: FaceKey) -> CairoFace { faces[key]! }
}
