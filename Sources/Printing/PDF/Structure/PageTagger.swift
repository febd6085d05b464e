internal import CCairo
internal import Pages

/// Follows a canvas through the groups of its pages and notes whose each piece of content is: every mark of ink belongs
/// to an element of the structure, or is an artifact, which readers pass over (ISO 32000-1, 14.8.2.2).
///
/// Pieces are numbered, counting from 0 on each page, and their inks carry the numbers (`InkMarkers`). Pictures have none:
/// they get tags of Cairo's, which come out as marked content. What Cairo makes of those besides, a flat list of paragraphs,
/// is thrown away.
final class PageTagger {
    /// What it has noted so far.
    private(set) var tags = PageTags()
    let texts: GlyphTexts
    private let form: OutputProfile
    private var sheet: PDFSheet?
    private var places: [Place] = []
    private var open: PageTags.Owner?
    private var isOpenForText = false
    /// The paragraph that bare text makes with the bare text after it.
    private var bare: Int?

    /// Where the canvas is in the structure.
    private struct Place {
        var owner: PageTags.Owner
        /// The element that what comes next becomes a part of.
        var parent: Int
        /// Whether bare lines and boxes here are decoration: they are, unless they stand among words.
        var isContainer: Bool
        /// The level of the story's headline.
        var level = 1
    }

    init(texts: GlyphTexts, form: OutputProfile) {
        (self.texts, self.form) = (texts, form)
    }

    func beginPage(on sheet: PDFSheet) {
        self.sheet = sheet
        tags.pieces.append([])
        places = [Place(owner: .artifact, parent: tags.tree.beginPage(), isContainer: true)]
        (bare, open) = (nil, nil)
    }

    // MARK: Content

    /// Marks what is painted next as the present place's.
    ///
    /// - Parameter text: what it says, when its glyphs do not say it; then it is a piece of its own.
    func own(text: String? = nil) { mark(places[places.count - 1].owner, text: text) }

    /// The number of the piece that is painted; 0 before there is one.
    var piece: Int { max(0, (tags.pieces.last?.count ?? 0) - 1) }

    /// Marks a text that is painted next: outside all roles it is a paragraph, not decoration.
    func ownText(_ text: String?) {
        let place = places[places.count - 1]
        guard place.isContainer else { return mark(place.owner, text: text) }
        let element = bare ?? tags.tree.add("P", to: place.parent)
        bare = element
        mark(.element(element), text: text)
    }

    private func mark(_ owner: PageTags.Owner, text: String?) {
        guard open != owner || text != nil || isOpenForText else { return }
        tags.pieces[tags.pieces.count - 1].append(PageTags.Piece(owner: owner, text: text))
        (open, isOpenForText) = (owner, text != nil)
    }

    /// Marks a picture as the present place's.
    func ownPicture<Failure: Error>(
        in context: OpaquePointer, _ paint: () throws(Failure) -> Void
    ) throws(Failure) {
        let owner = places[places.count - 1].owner
        tags.pieces[tags.pieces.count - 1].append(PageTags.Piece(owner: owner, isPicture: true))
        open = nil
        cairo_tag_begin(context, Self.carrier, nil)
        defer { cairo_tag_end(context, Self.carrier) }
        try paint()
    }

    /// Any name that Cairo knows as plain structure will do.
    static let carrier = "P"

    // MARK: Groups

    func enter(_ group: Group) {
        bare = nil
        places.append(place(of: group, in: places[places.count - 1]))
    }

    func leave(_ group: Group) {
        let place = places.removeLast()
        bare = nil
        guard case .link(let target) = group.role, let sheet, let zone = group.bounds else { return }
        // A press takes no hot zones inside the page.
        if case .press = form { return }
        tags.tree.addAnnotation(to: place.parent)
        tags.links.append(PageTags.Link(zone: sheet.array(zone), target: target, words: group.words))
    }

    private func place(of group: Group, in place: Place) -> Place {
        func leaf(_ element: Int) -> Place {
            Place(owner: .element(element), parent: element, isContainer: false, level: place.level)
        }
        switch group.role {
        case .article(let id): return story(id, group, isContinued: false, in: place)
        case .continuation(let id): return story(id, group, isContinued: true, in: place)
        case .headline(let level): return leaf(tags.tree.heading(level, in: place.parent))
        case .subhead: return leaf(tags.tree.heading(place.level + 1, in: place.parent))
        case .kicker, .deck, .byline, .jumpLine: return leaf(tags.tree.add("P", to: place.parent))
        case .paragraph(let number): return leaf(tags.tree.paragraph(number, of: place.parent, page: tags.pieces.count))
        case .quote: return leaf(tags.tree.add("P", to: tags.tree.add("BlockQuote", to: place.parent)))
        case .figure(let alt):
            let figure = tags.tree.add("Figure", to: place.parent)
            tags.tree.describe(figure, alt: alt, box: group.bounds.flatMap { sheet?.array($0) })
            return leaf(figure)
        case .caption: return leaf(tags.tree.add("Caption", to: tags.tree.lastFigure(in: place.parent) ?? place.parent))
        case .link:
            // A link is a part of a paragraph.
            let isLoose = ["Sect", "Art"].contains(tags.tree.elements[place.parent].type)
            return leaf(tags.tree.add("Link", to: isLoose ? tags.tree.add("P", to: place.parent) : place.parent))
        case .furniture, .guide:
            return Place(owner: .artifact, parent: place.parent, isContainer: false)
        }
    }

    private func story(_ id: String, _ group: Group, isContinued: Bool, in place: Place) -> Place {
        let level = group.items.lazy.compactMap { item -> Int? in
            if case .group(let part) = item, case .headline(let level) = part.role { level } else { nil }
        }.first
        let story = tags.tree.story(id, isContinued: isContinued, on: place.parent)
        return Place(owner: .artifact, parent: story, isContainer: true, level: level ?? 1)
    }
}

extension Group {
    /// All that the group's text says.
    fileprivate var words: String {
        items.map { item in
            switch item {
            case .text(let run): run.text
            case .group(let group): group.words
            case .image, .rule, .box: ""
            }
        }.joined()
    }
}
