internal import Pages

/// What was noted of some pages while they were painted: their structure, whose each piece of content is, and what on
/// them leads elsewhere.
struct PageTags: Sendable {
    /// A piece of content: whose it is, and what it says when its glyphs do not say it.
    struct Piece: Sendable {
        var owner: Owner
        var text: String?
        /// Whether it is a picture, which has no colour to be known by, and a tag of Cairo's.
        var isPicture = false
    }

    enum Owner: Hashable, Sendable {
        case artifact
        case element(Int)
    }

    /// A hot zone: where it is on its page, where it leads, and its words.
    struct Link: Sendable {
        let zone: String
        let target: LinkTarget
        let words: String
    }

    var tree = StructureTree()
    /// The pieces of each page, by their numbers.
    var pieces: [[Piece]] = []
    /// Hot zones, by their places in the tree's list.
    var links: [Link] = []

    /// Adds what was noted of the pages that come next.
    mutating func append(_ next: PageTags) {
        let numbers = tree.append(next.tree)
        pieces += next.pieces.map { pieces in
            pieces.map { piece in
                guard case .element(let element) = piece.owner else { return piece }
                return Piece(owner: .element(numbers[element]), text: piece.text, isPicture: piece.isPicture)
            }
        }
        links += next.links
    }
}
