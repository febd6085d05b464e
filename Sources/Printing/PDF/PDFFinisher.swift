internal import Crew
internal import Diagnostics
internal import Pages

/// Makes of Cairo's file the one that is wanted: finished content, photos, structure, outline, and the catalogue of them
/// all.
struct PDFFinisher {
    let document: Document
    let form: PDFForm
    let sheets: [PDFSheet]
    let photos: PDFPhotos
    let tagger: PageTagger
    let inks: InkNumbers.List
    let workers: Workers

    /// The finished file.
    func finish(_ painted: [UInt8], _ profiles: FileProfiles) throws -> Reported<[UInt8]> {
        var profiles = profiles
        var tree = tagger.tree
        // 1. What Cairo made: contents rewritten, photos put in.
        let cairo = try CairoFile(painted, adding: states)
        var file = PDFFile(updating: PDFBase(painted, count: cairo.count))
        let contents = try finished(cairo.pages).enumerated().map { index, page in
            tree.enter(page.owners, ofPage: index)
            return file.addStream("", marks(of: index) + page.content)
        }
        for page in cairo.pages { file.fill(page.resourcesObject, page.resources) }
        for (number, object) in cairo.standIns where photos.pictures.indices.contains(number) {
            photos.pictures[number].write(as: object, in: &file, &profiles)
        }
        // Readers of PDF/A want it said that glyphs are called by their places.
        for (font, entries) in cairo.trueTypeFonts { file.fill(font, "<<\(entries) /CIDToGIDMap /Identity>>") }
        // 2. The pages as objects, and the catalogue of all that is in the file.
        let pages = document.pages.map { _ in file.reserve() }
        let destinations = PDFDestinations(of: document, pages: pages, sheets: sheets)
        let zones = tagger.links.map { _ in file.reserve() }
        for (index, link) in tagger.links.enumerated() {
            file.fill(zones[index], zone(link, number: document.pages.count + index, destinations))
        }
        let list = file.reserve()
        for index in pages.indices {
            let parts = "/Resources \(cairo.pages[index].resourcesObject) /Contents \(contents[index])"
            file.fill(pages[index], page(index, in: list, parts, zones: zones))
        }
        file.fill(
            list,
            "<</Type /Pages /Count \(pages.count) /Kids [\(pages.map(\.description).joined(separator: " "))]>>")

        let claims = PDFClaims(
            document, form: form, tree: tree, profiles: profiles,
            hasOwnColours: cairo.pages.contains(where: \.hasOwnColours))
        let date = PDFInfo.date(of: document)
        let metadata = file.addStream(
            " /Type /Metadata /Subtype /XML",
            XMPPacket(document, date: date, claims: claims, identity: identity).bytes)
        var catalogue = """
            <</Type /Catalog /Pages \(list) /Metadata \(metadata) /PageLabels \(labels) \
            /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> \
            /StructTreeRoot \(tree.write(to: &file, pages: pages, zones: zones))
            """
        if !document.language.isEmpty { catalogue += " /Lang \(PDFSyntax.text(document.language))" }
        if let names = destinations.tree { catalogue += " /Names <</Dests \(file.add(names))>>" }
        if let outline = OutlineWriter(destinations: destinations).write(document.outline, to: &file) {
            catalogue += " /Outlines \(outline) /PageMode /UseOutlines"
        }
        let intents = intents(claims, &profiles, &file)
        if !intents.isEmpty { catalogue += " /OutputIntents [\(intents.joined(separator: " "))]" }
        let root = file.add(catalogue + ">>"), info = file.add(PDFInfo.dictionary(document))
        var bytes = try PDFPacker(version: version, workers: workers).pack(file, root: root, info: info)
        if case .screen = form { bytes = try QPDFPass(version: version).linearised(bytes) }
        return Reported(bytes, colourRemarks(cairo.pages))
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

    /// Graphics states and a colour space that content for a press uses.
    private var states: [(kind: String, name: String, value: String)] {
        guard case .press = form else { return [] }
        return Overprint.allCases.map { ("/ExtGState", "/" + $0.name, $0.dictionary) }
            + [("/ColorSpace", "/" + PrinterMarks.allInks, PrinterMarks.allInksSpace)]
    }

    /// The pages' contents, several at once.
    private func finished(_ pages: [CairoFile.Page]) throws -> [ContentFinisher.Finished] {
        let work = pages.enumerated().map { index, page in
            let finisher = ContentFinisher(
                inks: inks, colours: ContentColours(form: form), pieces: tagger.pieces[index], tree: tagger.tree)
            return (finisher, page.content)
        }
        return try workers.map(work) { finisher, content in try finisher.finish(content) }
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
        let own = tagger.tree.annotations.enumerated().filter { $0.element.page == index }.map { zones[$0.offset] }
        if !own.isEmpty { out += " /Tabs /S /Annots [\(own.map(\.description).joined(separator: " "))]" }
        // Where pictures shine through, the inks of the press are what is mixed.
        if case .press = form { out += " /Group <</S /Transparency /CS /DeviceCMYK>>" }
        return out + ">>"
    }

    private func zone(_ link: PageTagger.Link, number: Int, _ destinations: PDFDestinations) -> String {
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
    private func intents(_ claims: PDFClaims, _ profiles: inout FileProfiles, _ file: inout PDFFile) -> [String] {
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
        for run in document.pages.flatMap(\.glyphRuns) { hash.mix(run.text) }
        var groups: [Substring] = []
        var rest = hash.digits[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }
}
