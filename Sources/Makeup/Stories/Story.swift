public import Copy
public import Typesetting

/// An article on its way to a page: its rank, its galley, and its pictures' shapes.
public struct Story: Hashable, Sendable {
    public var article: Article
    /// 1 is the page's lead.
    public var rank: Int
    public var body: Body
    public var pictures: [Picture]
    /// The less common forms that the story may take on its page.
    public var forms: StoryForms

    public init(article: Article, rank: Int, body: Body, pictures: [Picture], forms: StoryForms = []) {
        self.forms = forms
        self.article = article
        self.rank = rank
        self.body = body
        self.pictures = pictures
    }

    /// The body's words.
    var text: String {
        article.body.map { block in
            switch block {
            case .paragraph(let paragraph), .quote(let paragraph), .listItem(_, let paragraph): paragraph.text
            case .subhead(let lines, _): lines.joined(separator: "\n")
            }
        }.joined(separator: "\n")
    }
}

/// A story's body set to its measure in several lengths: as it is best, and a few lines longer or shorter.
public struct Body: Hashable, Sendable {
    public struct Length: Hashable, Sendable {
        public var galley: Galley
        /// What the lines cost more than the best setting's.
        public var cost: Double

        public init(galley: Galley, cost: Double) {
            self.galley = galley
            self.cost = cost
        }
    }

    /// The best first; never empty.
    public var lengths: [Length]

    public init(lengths: [Length]) { self.lengths = lengths }

    public var best: Galley { lengths[0].galley }
}

/// A photo of a story as makeup needs it: its words, and the shape of the upright picture.
public struct Picture: Hashable, Sendable {
    public var photo: Photo
    /// Where the file lies; nil when there is none, and the block shows a grey frame.
    public var file: String?
    /// Pixels, upright. A missing picture counts as 3 : 2.
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

    /// The picture on a grid that lies on its side, its right edge upwards.
    var turned: Picture {
        var photo = photo
        photo.focus = Photo.Focus(x: photo.focus.y, y: 1 - photo.focus.x)
        return Picture(photo: photo, file: file, width: height, height: width)
    }
}
