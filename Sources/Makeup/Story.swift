public import Copy
public import Typesetting

/// An article on its way to a page: its rank, its galley, and its pictures' shapes.
public struct Story: Sendable {
    public var article: Article
    /// 1 is the page's lead.
    public var rank: Int
    public var galley: Galley
    public var pictures: [Picture]

    public init(article: Article, rank: Int, galley: Galley, pictures: [Picture]) {
        self.article = article
        self.rank = rank
        self.galley = galley
        self.pictures = pictures
    }
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
}
