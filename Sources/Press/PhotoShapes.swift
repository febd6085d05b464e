internal import Copy
internal import Diagnostics
internal import Makeup
internal import Printing

/// Photos with their pictures' shapes; one that is missing keeps its block, and a warning says so.
struct PhotoShapes {
    let reporter: Reporter

    func picture(_ photo: Photo) -> Picture {
        guard let file = photo.file else {
            reporter.warning(
                at: photo.place, "no picture for the caption “\(photo.caption)”",
                hints: "name its file under photos: of the page in edition.yaml")
            return Picture(photo: photo, file: nil, width: 3, height: 2)
        }
        do {
            let read = try PhotoFile(reading: file)
            return Picture(photo: photo, file: file, width: read.uprightWidth, height: read.uprightHeight)
        } catch {
            reporter.warning(at: photo.place, "the photo \(file) \(error)", hints: "its place stays, with a grey frame")
            return Picture(photo: photo, file: nil, width: 3, height: 2)
        }
    }
}
