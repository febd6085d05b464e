internal import Crew
internal import Pages

/// What a document's pages are painted with: type, what its glyphs say, photos. Each face and each photo is a piece of work
/// for whoever has a hand free.
struct PaintSupplies: Sendable {
    let type: TypeCase.Cut
    let texts: GlyphTexts
    let photos: PDFPhotos

    private enum Piece: Sendable {
        case face(TypeCase.Cut.Face)
        case texts
        case photo(PhotoUse)
    }

    private enum Made: Sendable {
        case face(TypeCase.Cut.Subset)
        case texts(GlyphTexts)
        case photo(PhotoUse, PDFPhotoMaker.Made)
    }

    /// - Parameter use: the type that the pages use.
    init(for pages: [Page], _ use: TypeUse, _ maker: PDFPhotoMaker, _ workers: Workers) {
        let pieces =
            TypeCase.Cut.faces(of: use).map(Piece.face) + [.texts] + PhotoUse.all(on: pages).map(Piece.photo)
        let made = workers.map(pieces) { piece -> Made in
            switch piece {
            case .face(let face): .face(TypeCase.Cut.subset(of: face))
            case .texts: .texts(GlyphTexts(of: pages))
            case .photo(let use): .photo(use, maker.picture(for: use))
            }
        }
        var subsets: [TypeCase.Cut.Subset] = [], texts: GlyphTexts?
        var photos: [(PhotoUse, PDFPhotoMaker.Made)] = []
        for piece in made {
            switch piece {
            case .face(let subset): subsets.append(subset)
            case .texts(let all): texts = all
            case .photo(let use, let picture): photos.append((use, picture))
            }
        }
        (self.type, self.texts, self.photos) = (TypeCase.Cut(subsets), texts!, PDFPhotos(photos))
    }
}
