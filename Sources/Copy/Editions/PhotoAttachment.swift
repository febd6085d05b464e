internal import Diagnostics
internal import MarkedYAML

/// Attaches pictures to the captions of raw copy.
///
/// Raw copy contains no file names, so edition.yaml assigns the pictures of a page:
///
///     photos:
///       - {caption: 江边晨雾, file: station.jpg, focus: [0.5, 0.4]}
///       - {file: workshop.jpg}
///       - {story: front-3, file: bridge.jpg, caption: 新桥通车, credit: 甲乙 摄}
///
/// - With a caption, or an unambiguous beginning of one, the picture goes to that caption.
/// - Without one it goes to the next caption of the page without a picture, in the order of the copy.
/// - With a story's id, it is a picture that the copy does not mention, and it is added before that story's text.
///
/// The focus is taken over, and so is the credit if the copy has none. The pictures of Markdown stories are named in
/// the stories.
struct PhotoAttachment {
    let file: String
    let caption: String?
    let credit: String?
    let focus: Photo.Focus?
    let story: String?
    let place: SourcePlace

    init?(_ node: YAMLNode, _ reporter: Reporter) {
        let keys = MappingReader(node, as: "a photo of the page", reporter)
        let file = keys.requiredText("file", hint: "write the name of a picture in photos/")
        caption = keys.text("caption")
        credit = keys.text("credit")
        focus = Photo.Focus(keys)
        story = keys.text("story")
        place = keys.place
        keys.finish()
        guard let file else { return nil }
        self.file = file
    }

    /// Attaches the pictures of a page, and reports those without a caption.
    static func attach(_ attachments: [PhotoAttachment], to stories: inout [Article], _ reporter: Reporter) {
        guard !attachments.isEmpty else { return }
        // Pictures with a story or caption come first, so that the others can be assigned in order.
        for attachment in attachments where attachment.story != nil { attachment.add(to: &stories, reporter) }
        var captions = OpenCaptions(of: stories)
        for attachment in attachments where attachment.story == nil && attachment.caption != nil {
            attachment.attachByCaption(to: &stories, &captions, reporter)
        }
        for attachment in attachments where attachment.story == nil && attachment.caption == nil {
            attachment.attachInOrder(to: &stories, &captions, reporter)
        }
    }

    private func add(to stories: inout [Article], _ reporter: Reporter) {
        guard let index = stories.firstIndex(where: { $0.id == story }) else {
            let ids = stories.map(\.id)
            let nearest = nearestName(to: story!, among: ids)
            reporter.error(
                at: place, "this page has no story “\(story!)”",
                hints: nearest.map { "did you mean “\($0)”?" } ?? "its stories: " + Self.list(ids))
            return
        }
        stories[index].photos.append(
            Photo(file: file, caption: caption ?? "", credit: credit, focus: focus ?? .centre, place: place))
    }

    private func attachByCaption(
        to stories: inout [Article], _ captions: inout OpenCaptions, _ reporter: Reporter
    ) {
        let matches = captions.matches(of: caption!)
        switch matches.count {
        case 1: attach(to: &stories, at: captions.take(matches[0]))
        case 0:
            let captions = captions.entries.map { "“\(stories[$0.story].photos[$0.photo].caption)”" }
            reporter.error(
                at: place, "no caption of this page begins with “\(caption!)”",
                hints: captions.isEmpty
                    ? "no caption lacks a picture; “story:” adds one to a story"
                    : "captions without a picture: " + Self.list(captions))
        default:
            reporter.error(
                at: place, "\(matches.count) captions of this page begin with “\(caption!)”",
                hints: "write more of the caption")
        }
    }

    private func attachInOrder(
        to stories: inout [Article], _ captions: inout OpenCaptions, _ reporter: Reporter
    ) {
        guard !captions.entries.isEmpty else {
            reporter.error(
                at: place, "no caption is left for “\(file)”",
                hints: "“story:” with a story's id adds the picture to that story")
            return
        }
        attach(to: &stories, at: captions.take(0))
    }

    private func attach(to stories: inout [Article], at entry: OpenCaptions.Entry) {
        var photo = stories[entry.story].photos[entry.photo]
        photo.file = file
        photo.credit = photo.credit ?? credit
        photo.focus = focus ?? photo.focus
        stories[entry.story].photos[entry.photo] = photo
    }

    /// The first names of a list, for a hint. A page may have a thousand captions.
    private static func list(_ names: [String]) -> String {
        names.prefix(mostListed).joined(separator: ", ") + (names.count > mostListed ? ", …" : "")
    }

    private static let mostListed = 20
}

/// The captions of a page that have no picture yet, in the order of the copy.
private struct OpenCaptions {
    struct Entry {
        var story: Int
        var photo: Int
        /// The caption without blanks.
        var key: String
        /// The same in UTF-8.
        var bytes: [UInt8]
    }

    private(set) var entries: [Entry] = []

    init(of stories: [Article]) {
        for story in stories.indices {
            for (photo, caption) in stories[story].photos.enumerated() where caption.file == nil {
                let key = Self.withoutBlanks(caption.caption)
                entries.append(Entry(story: story, photo: photo, key: key, bytes: Array(key.utf8)))
            }
        }
    }

    /// The indices of the entries with a caption or, if there are none, of those that begin with it.
    func matches(of caption: String) -> [Int] {
        let prefix = Self.withoutBlanks(caption)
        // Bytes are compared in a twentieth of the time, and a page may have thousands of captions and pictures.
        let bytes = Array(prefix.utf8)
        var begun = entries.indices.filter { entries[$0].bytes.starts(with: bytes) }
        // Only letters with accents have several spellings.
        if begun.isEmpty, prefix.unicodeScalars.contains(where: { (0xC0...0x1FFF).contains($0.value) }) {
            begun = entries.indices.filter { entries[$0].key.hasPrefix(prefix) }
        }
        let exact = begun.filter { entries[$0].key == prefix }
        return exact.isEmpty ? begun : exact
    }

    /// Removes an entry and returns it.
    mutating func take(_ index: Int) -> Entry { entries.remove(at: index) }

    /// The caption without blanks, which differ between exported and typed text.
    private static func withoutBlanks(_ text: String) -> String {
        text.unicodeScalars.filter { !$0.isBlank && $0 != "\n" }.string
    }
}
