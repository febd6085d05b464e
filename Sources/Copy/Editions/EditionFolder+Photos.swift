internal import Diagnostics

extension EditionFolder {
    /// Turns the names of pictures into paths. A name that begins with “photos/” is taken as it is meant.
    func resolvePhotos(of stories: inout [Article], _ reporter: Reporter) {
        for story in stories.indices {
            for photo in stories[story].photos.indices {
                guard let name = stories[story].photos[photo].file else { continue }
                if let path = photoPath(name, at: stories[story].photos[photo].place, reporter) {
                    stories[story].photos[photo].file = path
                }
            }
        }
    }

    /// The path of a picture; nil, and an error, when its name leads out of the edition.
    func photoPath(_ name: String, at place: SourcePlace, _ reporter: Reporter) -> String? {
        let inside = name.hasPrefix("photos/") ? name : "photos/" + name
        if let path = path(to: name) != nil ? path(to: inside) : nil { return path }
        reporter.error(
            at: place, "the picture “\(name)” leads out of the edition",
            hints: "put the file itself, no link, into the edition's photos folder and write its name alone")
        return nil
    }
}
