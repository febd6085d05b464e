internal import Diagnostics
internal import Pages

/// The type for one print job, as a compositor fills a case before setting: every face that the pages use, opened once.
struct FontSet {
    private let faces: [FaceKey: PrintFace]

    /// Faces cut to the glyphs that are used, as for a file that carries them.
    struct Cut: Sendable {
        typealias Face = (face: FontFace, glyphs: [UInt32])
        typealias Subset = (face: FontFace, source: Result<FontSubset, any Error>)

        fileprivate let subsets: [Subset]

        init(_ subsets: [Subset]) { self.subsets = subsets }

        /// The faces that are to be cut, those with the most glyphs first: they take longest.
        static func faces(of use: GlyphUsage, _ table: FaceTable) -> [Face] {
            use.faces.map { (table[$0.key], $0.value.glyphs) }.sorted { ($1.1.count, $0.0) < ($0.1.count, $1.0) }
        }

        static func subset(of face: Face) -> Subset {
            (face.face, Result { try FontSubset(of: face.face, glyphs: face.glyphs) })
        }
    }

    /// The faces opened. A case is for one hand; several have one each of the same faces.
    init(_ cut: Cut) throws {
        try self.init(cut.subsets) { subset in try PrintFace(cut: subset.get()) }
    }

    /// The whole faces that a page uses, for paper that needs no font file in it.
    ///
    /// - Parameter other: a case whose faces may be used on, and are kept.
    init(wholeFor page: Page, keeping other: FontSet? = nil) throws {
        let new = Set(page.glyphRuns.map(\.face)).filter { other?.faces[$0] == nil }
        try self.init(
            new.map { (page.faces[$0], page.faces[$0]) }, keeping: other?.faces ?? [:], PrintFace.init(whole:))
    }

    private init<Source>(
        _ sources: [(face: FontFace, source: Source)], keeping others: [FaceKey: PrintFace] = [:],
        _ open: (Source) throws -> PrintFace
    ) throws {
        var faces = others
        var troubles: [Diagnostic] = []
        for (face, source) in sources.sorted(by: { $0.face < $1.face }) {
            do {
                faces[face.key] = try open(source)
            } catch {
                troubles.append(
                    .error(at: SourcePlace(file: face.file), "the font \(face.name) cannot be used: \(error)"))
            }
        }
        guard troubles.isEmpty else { throw DiagnosticsError(troubles) }
        self.faces = faces
    }

    /// The face of a run of one of the pages that the case was filled for.
    subscript(key: FaceKey) -> PrintFace { faces[key]! }
}
