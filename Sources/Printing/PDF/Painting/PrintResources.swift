internal import Concurrency
internal import Pages

/// The resources that a document's pages are painted with: subset fonts, the texts of glyphs, and photos.
///
/// Each font and each photo is prepared as a task of its own.
struct PrintResources: Sendable {
    let fonts: FontSet.Subsets
    let toUnicode: ToUnicodeMaps
    var images: PDFImages

    private enum Task: Sendable {
        case font(FontSet.Subsets.Face)
        case toUnicode
        case image(PhotoUse)
    }

    private enum Result: Sendable {
        case font(FontSet.Subsets.Subset)
        case toUnicode(ToUnicodeMaps)
        case image(PhotoUse, PDFImageBuilder.Result)
    }

    /// - Parameter faces: the faces of the pages.
    init(
        for pages: [Page], _ glyphs: GlyphUsage, _ faces: FaceTable, _ builder: PDFImageBuilder, _ workers: WorkerPool
    ) {
        let tasks =
            FontSet.Subsets.faces(of: glyphs, faces).map(Task.font) + [.toUnicode]
            + PhotoUse.all(on: pages).map(Task.image)
        let results = workers.map(tasks) { task -> Result in
            switch task {
            case .font(let face): .font(FontSet.Subsets.subset(of: face))
            case .toUnicode: .toUnicode(ToUnicodeMaps(of: pages))
            case .image(let use): .image(use, builder.image(for: use))
            }
        }
        var subsets: [FontSet.Subsets.Subset] = [], toUnicode: ToUnicodeMaps?
        var images: [(PhotoUse, PDFImageBuilder.Result)] = []
        for result in results {
            switch result {
            case .font(let subset): subsets.append(subset)
            case .toUnicode(let maps): toUnicode = maps
            case .image(let use, let image): images.append((use, image))
            }
        }
        (self.fonts, self.toUnicode, self.images) = (FontSet.Subsets(subsets), toUnicode!, PDFImages(images))
    }
}
