internal import Pages

/// The objects that hold a file together: pages, structure, outline, and the catalogue of them all.
struct PDFParts {
    let document: Document
    let form: PDFForm
    let sheets: [PDFSheet]
    let contents: [PDFFile.Reference]
    let painter: PagePainter
    let resources: PDFFile.Reference
    let profiles: FileProfiles

    /// Writes what is still missing; returns the whole file.
    func write(to file: inout PDFFile) -> [UInt8] {
        var profiles = profiles
        let pages = document.pages.map { _ in file.reserve() }
        let destinations = PDFDestinations(of: document, pages: pages, sheets: sheets)
        let zones = painter.links.map { _ in file.reserve() }
        for (index, link) in painter.links.enumerated() {
            file.fill(zones[index], zone(link, number: document.pages.count + index, destinations))
        }
        let list = file.reserve()
        for index in pages.indices { file.fill(pages[index], page(index, in: list, zones: zones)) }
        file.fill(
            list,
            "<</Type /Pages /Count \(pages.count) /Kids [\(pages.map(\.description).joined(separator: " "))]>>")

        let claims = PDFClaims(document, form: form, tree: painter.tree, profiles: profiles)
        let date = PDFInfo.date(of: document)
        let metadata = file.addStream(
            " /Type /Metadata /Subtype /XML",
            XMPPacket(document, date: date, claims: claims, identity: identity).bytes)
        var catalogue = """
            <</Type /Catalog /Pages \(list) /Metadata \(metadata) /PageLabels \(labels) \
            /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> \
            /StructTreeRoot \(painter.tree.write(to: &file, pages: pages, zones: zones))
            """
        if !document.language.isEmpty { catalogue += " /Lang \(PDFSyntax.text(document.language))" }
        if let names = destinations.tree { catalogue += " /Names <</Dests \(file.add(names))>>" }
        if let outline = OutlineWriter(destinations: destinations).write(document.outline, to: &file) {
            catalogue += " /Outlines \(outline) /PageMode /UseOutlines"
        }
        let intents = intents(claims, &profiles, &file)
        if !intents.isEmpty { catalogue += " /OutputIntents [\(intents.joined(separator: " "))]" }
        let root = file.add(catalogue + ">>"), info = file.add(PDFInfo.dictionary(document))
        return file.bytes(root: root, info: info)
    }

    private func page(_ index: Int, in list: PDFFile.Reference, zones: [PDFFile.Reference]) -> String {
        var out = """
            <</Type /Page /Parent \(list)\(sheets[index].boxes) /Resources \(resources) \
            /Contents \(contents[index]) /StructParents \(index)
            """
        let own = painter.tree.annotations.enumerated().filter { $0.element.page == index }.map { zones[$0.offset] }
        if !own.isEmpty { out += " /Tabs /S /Annots [\(own.map(\.description).joined(separator: " "))]" }
        // Where pictures shine through, the inks of the press are what is mixed.
        if case .press = form { out += " /Group <</S /Transparency /CS /DeviceCMYK>>" }
        return out + ">>"
    }

    private func zone(_ link: PagePainter.Link, number: Int, _ destinations: PDFDestinations) -> String {
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
        var digits = ""
        for salt: UInt64 in [1, 2] {
            var hash = StableHash(salt: salt)
            hash.mix((document.title + document.author + document.date).utf8)
            for run in document.pages.flatMap(\.glyphRuns) { hash.mix(run.text.utf8) }
            let text = String(hash.value, radix: 16)
            digits += String(repeating: "0", count: 16 - text.count) + text
        }
        var groups: [Substring] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(rest.prefix(length))
            rest = rest.dropFirst(length)
        }
        return groups.joined(separator: "-")
    }
}
