internal import Copy
internal import Diagnostics
internal import Makeup
internal import Printing

/// Reads the shapes of photo files. A photo that cannot be used keeps its block, and is reported.
struct PictureReader {
    let reporter: Reporter
    /// The severity of a photo file that cannot be used.
    var severity = Diagnostic.Severity.warning

    /// The shape of a missing photo's frame.
    private static let missingWidth = 3
    private static let missingHeight = 2

    func illustrated(_ article: Article) -> IllustratedArticle {
        IllustratedArticle(article, pictures: article.photos.map(picture))
    }

    func picture(_ photo: Photo) -> Picture {
        guard let file = photo.file else {
            reporter.warning(
                at: photo.place, "no picture for the caption “\(photo.caption)”",
                hints: "name its file under photos: of the page in edition.yaml")
            return Self.missing(photo)
        }
        do {
            let read = try PhotoFile(reading: file)
            return Picture(photo: photo, file: file, width: read.uprightWidth, height: read.uprightHeight)
        } catch {
            reporter.report([
                Diagnostic(
                    severity, at: photo.place, "the photo \(file) \(error)",
                    hints: ["its place stays, with a grey frame"])
            ])
            return Self.missing(photo)
        }
    }

    /// A photo without a file, in the most common shape.
    static func missing(_ photo: Photo) -> Picture {
        Picture(photo: photo, file: nil, width: missingWidth, height: missingHeight)
    }
}
