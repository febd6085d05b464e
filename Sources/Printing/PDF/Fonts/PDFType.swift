internal import Diagnostics
internal import Pages

/// The type of one PDF: every face that its pages use, as a font of the file or as drawings.
struct PDFType {
    /// Fonts by face, for runs that say something.
    private(set) var fonts: [FaceKey: PDFFont] = [:]
    /// Faces of which glyphs are drawn and not written.
    private(set) var outlines: [FaceKey: OutlineSource] = [:]
    let texts: GlyphTexts

    /// Throws `Rejected` with all faces that cannot be used.
    init(for pages: [Page]) throws {
        texts = GlyphTexts(of: pages)
        var written: [FaceKey: Set<UInt32>] = [:]
        var drawn: Set<FaceKey> = []
        for run in pages.flatMap(\.glyphRuns) {
            if run.text.isEmpty {
                drawn.insert(run.face)
            } else {
                written[run.face, default: []].formUnion(run.glyphs.lazy.map(\.id))
            }
        }
        var troubles: [Diagnostic] = []
        for key in Set(written.keys).union(drawn).sorted() {
            do {
                if let glyphs = written[key] {
                    fonts[key] = try PDFFont(key, name: "F\(fonts.count + 1)", glyphs: glyphs)
                }
                if drawn.contains(key) { outlines[key] = try OutlineSource(key) }
            } catch {
                troubles.append(
                    .error(at: SourcePlace(file: key.file), "the font \(key.name) cannot be used: \(error)"))
            }
        }
        guard troubles.isEmpty else { throw Rejected(troubles) }
    }

    /// Writes the fonts; returns the entries of a dictionary of fonts.
    func write(to file: inout PDFFile) -> String {
        fonts.sorted { $0.key < $1.key }.map { key, font in
            "/\(font.name) \(font.write(to: &file, texts: texts.texts[key] ?? [:]))"
        }.joined(separator: " ")
    }
}
