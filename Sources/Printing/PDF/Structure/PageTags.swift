internal import Pages

/// The structure information recorded while pages were painted: the structure tree, the owner of each piece of content,
/// and the links.
struct PageTags: Sendable {
    /// A piece of content with one owner.
    struct Piece: Sendable {
        var owner: Owner
        /// The piece's text, if its glyphs do not map to it.
        var actualText: String?
        /// Whether it is an image, which has no marker colour but a tag of Cairo's.
        var isImage = false
    }

    enum Owner: Hashable, Sendable {
        /// Decoration, which readers skip.
        case artifact
        /// A structure element by its index.
        case element(Int)
    }

    /// A link annotation.
    struct Link: Sendable {
        /// The annotation's rectangle as a PDF array.
        let rect: String
        let target: LinkTarget
        let text: String
    }

    var tree = StructureTree()
    /// The pieces of each page, by number.
    var pieces: [[Piece]] = []
    /// The links, in the order of the tree's annotations.
    var links: [Link] = []

    /// Appends the tags of the following pages.
    mutating func append(_ next: PageTags) {
        let indices = tree.append(next.tree)
        pieces += next.pieces.map { pieces in
            pieces.map { piece in
                guard case .element(let element) = piece.owner else { return piece }
                return Piece(
                    owner: .element(indices[element]), actualText: piece.actualText, isImage: piece.isImage)
            }
        }
        links += next.links
    }
}
