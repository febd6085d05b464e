public import Copy
public import Typesetting

/// A typeset article: its rank, its body in galleys, and its pictures' shapes.
public struct Story: Hashable, Sendable {
    public var article: Article
    /// The rank on the page; 1 is the lead.
    public var rank: Int
    public var body: Body
    public var pictures: [Picture]
    /// The optional forms that the story may take on its page.
    public var forms: StoryForms

    public init(article: Article, rank: Int, body: Body, pictures: [Picture], forms: StoryForms = []) {
        self.forms = forms
        self.article = article
        self.rank = rank
        self.body = body
        self.pictures = pictures
    }

    /// The text of the body.
    var text: String {
        article.body.map { block in
            switch block {
            case .paragraph(let paragraph), .quote(let paragraph), .listItem(_, let paragraph): paragraph.text
            case .subhead(let lines, _): lines.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }
}

/// A story's body typeset to one measure in several lengths: the best one, and a few lines longer or shorter.
public struct Body: Hashable, Sendable {
    public struct Length: Hashable, Sendable {
        public var galley: Galley
        /// The cost of the lines beyond that of the best setting.
        public var cost: Double

        public init(galley: Galley, cost: Double) {
            self.galley = galley
            self.cost = cost
        }
    }

    /// The lengths, the best first; not empty.
    public var lengths: [Length]

    public init(lengths: [Length]) { self.lengths = lengths }

    public var best: Galley { lengths[0].galley }
}

/// A photo of a story with the shape of its upright picture.
public struct Picture: Hashable, Sendable {
    public var photo: Photo
    /// The path of the file; nil when it is missing and a grey frame is printed.
    public var file: String?
    /// The size of the upright picture in pixels; 3 × 2 for a missing picture.
    public var width: Int
    public var height: Int

    public init(photo: Photo, file: String?, width: Int, height: Int) {
        self.photo = photo
        self.file = file
        self.width = width
        self.height = height
    }

    /// Height over width.
    public var shape: Double { Double(height) / Double(width) }

    /// The picture turned for the grid of vertical lines, with its right edge at the top.
    var turned: Picture {
        var photo = photo
        photo.focus = Photo.Focus(x: photo.focus.y, y: 1 - photo.focus.x)
        return Picture(photo: photo, file: file, width: height, height: width)
    }
}
