internal import CCairo
internal import Pages

/// Records the structure of the pages that a canvas paints: each piece of content belongs to a structure element or is
/// an artifact (ISO 32000-1, 14.8.2.2).
///
/// Pieces are numbered from 0 on each page, and their marker colours carry the numbers (`InkMarkers`). Images have no
/// colour, so they get tags of Cairo's, which become marked content. The structure tree that Cairo derives from these
/// tags is discarded.
final class PageTagger {
    private(set) var tags = PageTags()
    let toUnicode: ToUnicodeMaps
    private let output: OutputProfile
    private var boxes: PageBoxes?
    private var scopes: [Scope] = []
    /// The owner of the current piece.
    private var currentOwner: PageTags.Owner?
    private var hasActualText = false
    /// The paragraph of consecutive text outside any role.
    private var looseParagraph: Int?

    /// The position in the structure, one scope for each open group.
    private struct Scope {
        var owner: PageTags.Owner
        /// The parent of elements that are added.
        var parent: Int
        /// Whether text directly in this scope becomes a paragraph, and other content an artifact.
        var isContainer: Bool
        /// The level of the story's headline.
        var level = 1
    }

    init(toUnicode: ToUnicodeMaps, output: OutputProfile) {
        (self.toUnicode, self.output) = (toUnicode, output)
    }

    func beginPage(with boxes: PageBoxes) {
        self.boxes = boxes
        tags.pieces.append([])
        scopes = [Scope(owner: .artifact, parent: tags.tree.beginPage(), isContainer: true)]
        (looseParagraph, currentOwner) = (nil, nil)
    }

    // MARK: Content

    /// The number of the current piece; 0 before the first one.
    var piece: Int { max(0, (tags.pieces.last?.count ?? 0) - 1) }

    /// Marks the content that is painted next as the current scope's.
    func markContent() { mark(scopes[scopes.count - 1].owner, actualText: nil) }

    /// Marks the text that is painted next. Outside any role it becomes a paragraph.
    ///
    /// - Parameter text: the text if its glyphs do not map to it. It then is a piece of its own.
    func markText(actualText text: String?) {
        let scope = scopes[scopes.count - 1]
        guard scope.isContainer else { return mark(scope.owner, actualText: text) }
        let paragraph = looseParagraph ?? tags.tree.add("P", to: scope.parent)
        looseParagraph = paragraph
        mark(.element(paragraph), actualText: text)
    }

    private func mark(_ owner: PageTags.Owner, actualText text: String?) {
        guard currentOwner != owner || text != nil || hasActualText else { return }
        tags.pieces[tags.pieces.count - 1].append(PageTags.Piece(owner: owner, actualText: text))
        (currentOwner, hasActualText) = (owner, text != nil)
    }

    /// Marks an image that `paint` paints as the current scope's.
    func markImage<Failure: Error>(
        in context: OpaquePointer, _ paint: () throws(Failure) -> Void
    ) throws(Failure) {
        let owner = scopes[scopes.count - 1].owner
        tags.pieces[tags.pieces.count - 1].append(PageTags.Piece(owner: owner, isImage: true))
        currentOwner = nil
        cairo_tag_begin(context, Self.imageTag, nil)
        defer { cairo_tag_end(context, Self.imageTag) }
        try paint()
    }

    /// Any structure type that Cairo writes as marked content serves.
    static let imageTag = "P"

    // MARK: Groups

    func enter(_ group: Group) {
        looseParagraph = nil
        scopes.append(scope(of: group, in: scopes[scopes.count - 1]))
    }

    func leave(_ group: Group) {
        let scope = scopes.removeLast()
        looseParagraph = nil
        guard case .link(let target) = group.role, let boxes, let bounds = group.bounds else { return }
        // PDF/X permits no links on the page.
        if case .press = output { return }
        tags.tree.addAnnotation(to: scope.parent)
        tags.links.append(PageTags.Link(rect: boxes.array(bounds), target: target, text: group.text))
    }

    private func scope(of group: Group, in scope: Scope) -> Scope {
        func leaf(_ element: Int) -> Scope {
            Scope(owner: .element(element), parent: element, isContainer: false, level: scope.level)
        }
        switch group.role {
        case .article(let id): return storyScope(id, group, isContinued: false, in: scope)
        case .continuation(let id): return storyScope(id, group, isContinued: true, in: scope)
        case .headline(let level): return leaf(tags.tree.addHeading(level, to: scope.parent))
        case .subhead: return leaf(tags.tree.addHeading(scope.level + 1, to: scope.parent))
        case .kicker, .deck, .byline, .jumpLine: return leaf(tags.tree.add("P", to: scope.parent))
        case .paragraph(let number):
            return leaf(tags.tree.paragraph(number, of: scope.parent, page: tags.pieces.count))
        case .quote: return leaf(tags.tree.add("P", to: tags.tree.add("BlockQuote", to: scope.parent)))
        case .figure(let alt):
            let figure = tags.tree.add("Figure", to: scope.parent)
            tags.tree.describe(figure, alt: alt, box: group.bounds.flatMap { boxes?.array($0) })
            return leaf(figure)
        case .caption:
            return leaf(tags.tree.add("Caption", to: tags.tree.lastFigure(in: scope.parent) ?? scope.parent))
        case .link:
            // A Link is an inline element, so outside a paragraph it gets one.
            let isLoose = ["Sect", "Art"].contains(tags.tree.elements[scope.parent].type)
            return leaf(tags.tree.add("Link", to: isLoose ? tags.tree.add("P", to: scope.parent) : scope.parent))
        case .furniture, .guide:
            return Scope(owner: .artifact, parent: scope.parent, isContainer: false)
        }
    }

    private func storyScope(_ id: String, _ group: Group, isContinued: Bool, in scope: Scope) -> Scope {
        let level = group.items.lazy.compactMap { item -> Int? in
            if case .group(let part) = item, case .headline(let level) = part.role { level } else { nil }
        }.first
        let story = tags.tree.story(id, isContinued: isContinued, on: scope.parent)
        return Scope(owner: .artifact, parent: story, isContainer: true, level: level ?? 1)
    }
}

extension Group {
    /// The text of all runs in the group.
    fileprivate var text: String {
        items.map { item in
            switch item {
            case .text(let run): run.text
            case .group(let group): group.text
            case .image, .rule, .box: ""
            }
        }.joined()
    }
}
