internal import Concurrency
internal import Pages

/// What a document's pages are painted with: type, what its glyphs say, photos. Each face and each photo is a piece of work
/// for whoever has a hand free.
struct PrintResources: Sendable {
    let type: FontSet.Cut
    let texts: GlyphTexts
    let photos: PDFPhotos

    private enum Piece: Sendable {
        case face(FontSet.Cut.Face)
        case texts
        case photo(PhotoUse)
    }

    private enum Made: Sendable {
        case face(FontSet.Cut.Subset)
        case texts(GlyphTexts)
        case photo(PhotoUse, PDFPhotoBuilder.Made)
    }

    /// - Parameter use: the type that the pages use.
    init(for pages: [Page], _ use: GlyphUsage, _ maker: PDFPhotoBuilder, _ workers: WorkerPool) {
        let pieces =
            FontSet.Cut.faces(of: use).map(Piece.face) + [.texts] + PhotoUse.all(on: pages).map(Piece.photo)
        let made = workers.map(pieces) { piece -> Made in
            switch piece {
            case .face(let face): .face(FontSet.Cut.subset(of: face))
            case .texts: .texts(GlyphTexts(of: pages))
            case .photo(let use): .photo(use, maker.picture(for: use))
            }
        }
        var subsets: [FontSet.Cut.Subset] = [], texts: GlyphTexts?
        var photos: [(PhotoUse, PDFPhotoBuilder.Made)] = []
        for piece in made {
            switch piece {
            case .face(let subset): subsets.append(subset)
            case .texts(let all): texts = all
            case .photo(let use, let picture): photos.append((use, picture))
            }
        }
        (self.type, self.texts, self.photos) = (FontSet.Cut(subsets), texts!, PDFPhotos(photos))
    }
}
