internal import Concurrency
internal import Diagnostics
internal import Pages

/// Makes of Cairo's file the one that is wanted: finished content, photos, structure, outline, and the catalogue of them
/// all.
struct PDFFinisher {
    private let document: Document
    private let form: OutputProfile
    private let sheets: [PDFSheet]
    private let photos: PDFPhotos
    private let parts: [PaintedPages]
    private let surveys: [PageSurvey]
    private let tags: PageTags
    private let workers: WorkerPool

    /// - Parameter parts: all of the document's pages.
    init(of painter: PagePainter, _ parts: [PaintedPages], _ surveys: [PageSurvey], workers: WorkerPool) {
        (document, form, sheets, self.surveys) = (painter.document, painter.form, painter.sheets, surveys)
        (photos, self.parts, self.workers) = (painter.supplies.photos, parts, workers)
        var tags = parts.first?.tags ?? PageTags()
        for part in parts.dropFirst() { tags.append(part.tags) }
        tags.tree.settleHeadings()
        self.tags = tags
    }

    /// The finished file.
    func finish(_ profiles: FileProfiles) throws -> Reported<[UInt8]> {
        var profiles = profiles
        var tree = tags.tree
        // 1. What Cairo made: contents rewritten, photos put in.
        let (bases, standIns) = bases()
        var file = PDFFile(updating: bases)
        let contents = try finished().enumerated().map { index, page in
            tree.enter(page.owners, ofPage: index)
            return file.addStream(PDFPacker.deflated, page.content)
        }
        var resources: [PDFFile.Reference] = []
        for (base, part) in zip(bases, parts) {
            for page in part.cairo.pages {
                resources.append(base.reference(page.resourcesObject))
                file.fill(resources.last!, base.renumbered(page.resources))
            }
            // Readers of PDF/A want it said that glyphs are called by their places.
            for (font, entries) in part.cairo.trueTypeFonts {
                let font = base.reference(font)
                guard base.numbers.contains(font.number) else { continue }
                file.fill(font, "<<\(base.renumbered(entries)) /CIDToGIDMap /Identity>>")
            }
        }
        for (number, object) in standIns where photos.pictures.indices.contains(number) {
            photos.pictures[number].write(as: object, in: &file, &profiles)
        }
        // 2. The pages as objects, and the catalogue of all that is in the file.
        let pages = document.pages.map { _ in file.reserve() }
        let destinations = PDFDestinations(of: surveys, pages: pages, sheets: sheets)
        let zones = tags.links.map { _ in file.reserve() }
        for (index, link) in tags.links.enumerated() {
            file.fill(zones[index], zone(link, number: document.pages.count + index, destinations))
        }
        let list = file.reserve()
        for index in pages.indices {
            let parts = "/Resources \(resources[index]) /Contents \(contents[index])"
            file.fill(pages[index], page(index, in: list, parts, zones: zones))
        }
        file.fill(
            list,
            "<</Type /Pages /Count \(pages.count) /Kids [\(pages.map(\.description).joined(separator: " "))]>>")

        let claims = Conformance(
            document, form: form, tree: tree, profiles: profiles,
            hasOwnColours: cairoPages.contains(where: \.hasOwnColours))
        let date = PDFInfo.date(of: document)
        let metadata = file.addStream(
            " /Type /Metadata /Subtype /XML",
            XMPPacket(document, date: date, claims: claims, identity: identity).bytes)
        var catalogue = """
            <</Type /Catalog /Pages \(list) /Metadata \(metadata) /PageLabels \(labels) \
            /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> \
            /StructTreeRoot \(tree.write(to: &file, pages: pages, zones: zones, workers))
            """
        if !document.language.isEmpty { catalogue += " /Lang \(PDFSyntax.text(document.language))" }
        if let names = destinations.tree { catalogue += " /Names <</Dests \(file.add(names))>>" }
        if let outline = OutlineWriter(destinations: destinations).write(document.outline, to: &file) {
            catalogue += " /Outlines \(outline) /PageMode /UseOutlines"
        }
        let intents = intents(claims, &profiles, &file)
        if !intents.isEmpty { catalogue += " /OutputIntents [\(intents.joined(separator: " "))]" }
        let root = file.add(catalogue + ">>"), info = file.add(PDFInfo.dictionary(document))
        var bytes = PDFPacker(version: version, workers: workers).pack(file, root: root, info: info)
        DeferredRelease.release(file, tree)
        if case .screen = form { bytes = try QPDFPass(version: version).linearised(bytes) }
        return Reported(bytes, PhotoAlbum.diagnostics(troubles) + colourRemarks(cairoPages))
    }

    /// What a press has to know of pages whose drawings have colours that are none of ours. When a page has several
    /// drawings, which of them it is cannot be told.
    private func colourRemarks(_ pages: [CairoFile.Page]) -> [Diagnostic] {
        guard case .press = form, pages.contains(where: \.hasOwnColours) else { return [] }
        let images = zip(pages, document.pages).filter(\.0.hasOwnColours).flatMap(\.1.images)
        let drawings = Set(images.map(\.file).filter(Drawing.isOne)).sorted()
        let what = drawings.count > 1 ? "one of the drawings \(drawings.joined(separator: ", "))" : "the drawing"
        return [
            .warning(
                at: drawings.first.map { SourcePlace(file: $0) },
                "\(what) has gradients, pictures or transparent parts, which stay in RGB; the file is not PDF/X-4",
                hints: "use drawings of plain areas and lines, or a picture in their place")
        ]
    }

    /// The pages as Cairo has them.
    private var cairoPages: [CairoFile.Page] { parts.flatMap(\.cairo.pages) }

    private var troubles: [String: Diagnostic] {
        parts.reduce(into: [:]) { all, part in all.merge(part.troubles) { first, _ in first } }
    }

    /// Cairo's files, and the objects that stand for photos. What several of them have is taken out of the first.
    private func bases() -> (bases: [PDFBase], standIns: [Int: PDFFile.Reference]) {
        var bases: [PDFBase] = [], standIns: [Int: PDFFile.Reference] = [:]
        let first = parts.first?.cairo.specimen
        for part in parts {
            let shift = bases.last?.numbers.upperBound ?? 0
            var replaced: [Int: PDFFile.Reference] = [:]
            if let first, let own = part.cairo.specimen, shift > 0, own.agrees(with: first) {
                for (name, font) in own.fonts { replaced[font.number] = first.fonts[name] }
            }
            for (photo, object) in part.cairo.standIns {
                let number = PDFFile.Reference(number: object.number + shift)
                replaced[object.number] = standIns[photo, default: number]
                standIns[photo, default: number] = replaced[object.number]!
            }
            bases.append(PDFBase(part.bytes, count: part.cairo.count, shift: shift, replacing: replaced))
        }
        return (bases, standIns)
    }

    /// Pages that one hand finishes before it takes the next ones.
    private static let mostAtATime = 4

    /// The pages' contents, compressed, several at once.
    private func finished() throws -> [ContentFinisher.Finished] {
        let colours = ContentColours(form: form)
        let pages = parts.flatMap { part in part.cairo.pages.map { (part.inks, $0.content) } }
        let work = zip(pages, tags.pieces).enumerated().map { index, page in
            let ((inks, content), pieces) = page
            let finisher = ContentFinisher(inks: inks, colours: colours, pieces: pieces, tree: tags.tree)
            return (finisher, content, marks(of: index))
        }
        return try workers.map(work.batches(of: Self.mostAtATime)) { pages in
            let deflater = Deflater()
            return try pages.map { finisher, content, marks in
                var page = try finisher.finish(content)
                page.content = deflater.compress(marks.isEmpty ? page.content : marks + page.content)
                return page
            }
        }.flatMap(\.self)
    }

    private func marks(of page: Int) -> [UInt8] {
        guard sheets[page].hasMarks else { return [] }
        return Array("/Artifact BMC\n\(PrinterMarks(of: sheets[page]).content)\nEMC\n".utf8)
    }

    private var version: String {
        switch form {
        // PDF/X-4 is a form of this version.
        case .press: "1.6"
        case .standard, .screen: "1.7"
        }
    }

    private func page(
        _ index: Int, in list: PDFFile.Reference, _ parts: String, zones: [PDFFile.Reference]
    ) -> String {
        var out = """
            <</Type /Page /Parent \(list)\(sheets[index].boxes) \(parts) /StructParents \(index)
            """
        let own = tags.tree.annotations.enumerated().filter { $0.element.page == index }.map { zones[$0.offset] }
        if !own.isEmpty { out += " /Tabs /S /Annots [\(own.map(\.description).joined(separator: " "))]" }
        // Where pictures shine through, the inks of the press are what is mixed.
        if case .press = form { out += " /Group <</S /Transparency /CS /DeviceCMYK>>" }
        return out + ">>"
    }

    private func zone(_ link: PageTags.Link, number: Int, _ destinations: PDFDestinations) -> String {
        var out = """
            <</Type /Annot /Subtype /Link /Rect \(link.zone) /Border [0 0 0] /F 4 /StructParent \(number) \
            /Contents \(PDFSyntax.text(link.words))
            """
        if let action = destinations.action(to: link.target) { out += " \(action)" }
        return out + ">>"
    }

    private var labels: String {
        let labels = document.pages.enumerated().map { index, page in
            "\(index) <</P \(PDFSyntax.text(page.label.isEmpty ? String(page.number) : page.label))>>"
        }
        return "<</Nums [\(labels.joined(separator: " "))]>>"
    }

    /// What the file's colours are meant for: the press that it goes to, or screens.
    private func intents(_ claims: Conformance, _ profiles: inout FileProfiles, _ file: inout PDFFile) -> [String] {
        let profile: ColourProfile?
        switch form {
        case .standard: profile = nil
        case .press: profile = profiles.press
        case .screen: profile = profiles.screen
        }
        guard let profile else { return [] }
        let object = profiles.object(profile, &file)
        let kinds = (claims.isForPress ? ["/GTS_PDFX"] : []) + (claims.isArchivable ? ["/GTS_PDFA1"] : [])
        return kinds.map { kind in
            let name = PDFSyntax.text(profile.name)
            return """
                <</Type /OutputIntent /S \(kind) /OutputConditionIdentifier \(name) /Info \(name) \
                /DestOutputProfile \(object)>>
                """
        }
    }

    /// A number for the edition that no other has, made of what it says and when.
    private var identity: String {
        var hash = StableHash()
        hash.mix(document.title + document.author + document.date)
        for survey in surveys { hash.mix(survey.words) }
        var groups: [Substring] = []
        var rest = hash.digits[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }
}
