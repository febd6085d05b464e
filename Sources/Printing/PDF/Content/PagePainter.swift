internal import Pages

/// Paints pages one after the other and gathers what their content is to a reader: every mark of ink belongs to an
/// element of the structure, or is an artifact, which readers pass over (ISO 32000-1, 14.8.2.2).
struct PagePainter {
    private(set) var tree = StructureTree()
    /// Hot zones, by their places in the tree's list.
    private(set) var links: [Link] = []
    private let type: PDFType
    private let photos: PDFPhotos
    private let form: PDFForm

    /// A hot zone: where it is on its page, where it leads, and its words.
    struct Link {
        let zone: String
        let target: LinkTarget
        let words: String
    }

    init(type: PDFType, photos: PDFPhotos, form: PDFForm) {
        self.type = type
        self.photos = photos
        self.form = form
    }

    /// What ink belongs to.
    private enum Owner: Hashable {
        case artifact
        case element(Int)
    }

    /// Where the painter is in the structure.
    private struct Place {
        var owner: Owner
        /// The element that what comes next becomes a part of.
        var parent: Int
        /// Whether bare lines and boxes here are decoration: they are, unless they stand among words.
        var isContainer: Bool
        var headingLevel = 1
        /// Which piece of its story this is: continued stories number their paragraphs anew.
        var piece = 0
    }

    /// A page being painted.
    private struct Sheet {
        var content: ContentWriter
        var open: Owner?
        /// The paragraph of bare text that stands open in its container.
        var bare: (parent: Int, element: Int)?
    }

    /// The content of a page.
    mutating func paint(_ page: Page, on paper: PDFSheet) -> [UInt8] {
        var sheet = Sheet(content: ContentWriter(sheet: paper, colours: ContentColours(form: form)))
        let section = tree.beginPage()
        if paper.hasMarks {
            own(.artifact, &sheet)
            sheet.content.put(PrinterMarks(of: paper).content)
        }
        paint(page.items, in: Place(owner: .artifact, parent: section, isContainer: true), &sheet)
        close(&sheet)
        return sheet.content.bytes
    }

    private mutating func paint(_ items: [Item], in place: Place, _ sheet: inout Sheet) {
        for item in items {
            switch item {
            case .text(let run): paint(run, in: place, &sheet)
            case .image(let image):
                own(place.owner, &sheet)
                paint(image, &sheet)
            case .rule(let rule):
                own(place.owner, &sheet)
                sheet.content.paint(rule)
            case .box(let box):
                own(place.owner, &sheet)
                sheet.content.paint(box)
            case .group(let group):
                sheet.bare = nil
                let inner = self.place(of: group, in: place, sheet.content.sheet)
                paint(group.items, in: inner, &sheet)
                if case .link(let target) = group.role { addLink(group, to: target, inner, sheet.content.sheet) }
                sheet.bare = nil
            }
        }
    }

    // MARK: Structure

    private mutating func place(of group: Group, in place: Place, _ paper: PDFSheet) -> Place {
        // What is furniture is so with all that it holds, links apart.
        func leaf(_ element: Int) -> Place {
            Place(
                owner: .element(element), parent: element, isContainer: false, headingLevel: place.headingLevel,
                piece: place.piece)
        }
        switch group.role {
        case .article(let id), .continuation(let id):
            var isContinued = false
            if case .continuation = group.role { isContinued = true }
            let level = group.items.lazy.compactMap { item -> Int? in
                if case .group(let part) = item, case .headline(let level) = part.role { level } else { nil }
            }.first
            let story = tree.story(id, isContinued: isContinued, on: place.parent)
            return Place(
                owner: .artifact, parent: story, isContainer: true, headingLevel: level ?? 1,
                piece: tree.owners.count)
        case .headline(let level): return leaf(tree.heading(level, in: place.parent))
        case .subhead: return leaf(tree.heading(place.headingLevel + 1, in: place.parent))
        case .kicker, .deck, .byline, .jumpLine: return leaf(tree.add("P", to: place.parent))
        case .paragraph(let number): return leaf(tree.paragraph(number, of: place.parent, piece: place.piece))
        case .quote: return leaf(tree.add("P", to: tree.add("BlockQuote", to: place.parent)))
        case .figure(let alt):
            let figure = tree.add("Figure", to: place.parent)
            tree.describe(figure, alt: alt, box: group.bounds.map(paper.array))
            return leaf(figure)
        case .caption: return leaf(tree.add("Caption", to: tree.lastFigure(in: place.parent) ?? place.parent))
        case .link:
            // A link is a part of a paragraph.
            let isLoose = ["Sect", "Art"].contains(tree.elements[place.parent].type)
            return leaf(tree.add("Link", to: isLoose ? tree.add("P", to: place.parent) : place.parent))
        case .furniture, .guide:
            return Place(owner: .artifact, parent: place.parent, isContainer: false)
        }
    }

    private mutating func addLink(_ group: Group, to target: LinkTarget, _ place: Place, _ paper: PDFSheet) {
        // A press takes no hot zones inside the page.
        if case .press = form { return }
        guard let zone = group.bounds else { return }
        _ = tree.addAnnotation(to: place.parent)
        links.append(Link(zone: paper.array(zone), target: target, words: group.words))
    }

    /// Marks what is painted next as somebody's.
    ///
    /// - Parameter text: what it says, when its glyphs do not say it.
    private mutating func own(_ owner: Owner, text: String? = nil, _ sheet: inout Sheet) {
        guard sheet.open != owner || text != nil else { return }
        close(&sheet)
        let actual = text.map { " /ActualText \(PDFSyntax.text($0))" } ?? ""
        switch owner {
        case .artifact: sheet.content.put(text == nil ? "/Artifact BMC" : "/Artifact <<\(actual)>> BDC")
        case .element(let element):
            sheet.content.put(
                "/\(tree.elements[element].type) <</MCID \(tree.number(for: element))\(actual)>> BDC")
        }
        sheet.open = owner
    }

    private func close(_ sheet: inout Sheet) {
        sheet.content.endText()
        if sheet.open != nil { sheet.content.put("EMC") }
        sheet.open = nil
    }

    // MARK: Ink

    private mutating func paint(_ run: GlyphRun, in place: Place, _ sheet: inout Sheet) {
        guard !run.glyphs.isEmpty, run.size > .zero else { return }
        guard !run.text.isEmpty else {
            own(place.owner, &sheet)
            return draw(run, &sheet)
        }
        guard let font = type.fonts[run.face] else { return }
        let owner = place.isContainer ? bareParagraph(in: place, &sheet) : place.owner
        // A text that is written beside its glyphs is content of its own: within other content some readers lose the
        // thread.
        let isPlain = type.texts.saysItself(run, in: font)
        own(owner, text: isPlain ? nil : run.text, &sheet)
        sheet.content.paint(run, in: font)
        if !isPlain { close(&sheet) }
    }

    /// Words outside all roles make a paragraph with those that follow them.
    private mutating func bareParagraph(in place: Place, _ sheet: inout Sheet) -> Owner {
        if let bare = sheet.bare, bare.parent == place.parent { return .element(bare.element) }
        let element = tree.add("P", to: place.parent)
        sheet.bare = (place.parent, element)
        return .element(element)
    }

    private func draw(_ run: GlyphRun, _ sheet: inout Sheet) {
        guard let face = type.outlines[run.face] else { return }
        var last: (id: UInt32, outline: GlyphOutline)?
        for glyph in run.glyphs {
            let outline = last?.id == glyph.id ? last!.outline : GlyphOutline(of: glyph.id, in: face, like: run)
            last = (glyph.id, outline)
            let place = run.origin.moved(x: .pt(glyph.x), y: .pt(glyph.y))
            sheet.content.paint(outline, at: place, ink: run.ink)
        }
    }

    /// The part of a photo that its frame shows, upright; a grey frame when there is no photo to be had.
    private func paint(_ image: PlacedImage, _ sheet: inout Sheet) {
        guard image.frame.width > .zero, image.frame.height > .zero else { return }
        guard image.crop.width > 0, image.crop.height > 0, let picture = photos.pictures[image.file] else {
            return sheet.content.paint(Box.missingPhoto(image.frame))
        }
        sheet.content.paintPicture(
            picture.name, in: image.frame, placing: picture.orientation.matrix.then(image.placing))
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
