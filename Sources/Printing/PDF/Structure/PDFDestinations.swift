internal import Pages

/// Places in a file by name: where each story begins, where each of its parts stands, and every page.
struct PDFDestinations {
    private var places: [String: String] = [:]

    /// - Parameters:
    ///   - pages: the pages' objects.
    ///   - sheets: their paper.
    init(of surveys: [PageSurvey], pages: [PDFFile.Reference], sheets: [PDFSheet]) {
        for (index, survey) in surveys.enumerated() {
            let sheet = sheets[index], number = survey.page.number
            places[Self.name(of: .page(number))] = "[\(pages[index]) /Fit]"
            for story in survey.stories {
                guard let id = story.role.story else { continue }
                let corner = [sheet.x(story.bounds.x.points), sheet.y(story.bounds.y.points)].map(PDFSyntax.number)
                let place = "[\(pages[index]) /XYZ \(corner[0]) \(corner[1]) null]"
                places[Self.name(of: .part(of: id, onPage: number))] = place
                let whole = Self.name(of: .article(id))
                // The rest of a story may stand on an earlier page than its head.
                let isHead = story.role == .article(id)
                if isHead || places[whole] == nil { places[whole] = place }
            }
        }
    }

    private static func name(of target: LinkTarget) -> String {
        switch target {
        case .article(let id): "story \(id)"
        case .part(let id, let page): "story \(id), page \(page)"
        case .page(let number): "page \(number)"
        case .address(let address): address
        }
    }

    /// What a link or an entry of the outline does, as entries of its dictionary; nil when what it names is not in the
    /// file, as when only some pages are printed.
    func action(to target: LinkTarget) -> String? {
        if case .address(let address) = target {
            return "/A <</S /URI /URI \(PDFSyntax.text(Self.ascii(address)))>>"
        }
        let name = Self.name(of: target)
        return places[name] == nil ? nil : "/Dest \(PDFSyntax.text(name))"
    }

    /// An address in ASCII, as the form asks: other characters as the bytes that they are made of.
    private static func ascii(_ address: String) -> String {
        address.utf8.map { byte in
            (0x21..<0x7F).contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + PDFSyntax.hex(UInt16(byte), 2)
        }.joined()
    }

    /// All places, as a name tree; nil when there are none.
    var tree: String? {
        guard !places.isEmpty else { return nil }
        // Readers look names up by their bytes.
        let names = places.map { (PDFSyntax.text($0), $1) }.sorted { Self.key($0.0) < Self.key($1.0) }
        return "<</Names [\(names.map { "\($0.0) \($0.1)" }.joined(separator: " "))]>>"
    }

    private static func key(_ text: String) -> String { text.hasPrefix("<") ? "\u{7F}" + text : text }
}

/// Writes the outline that readers show beside the pages.
struct OutlineWriter {
    let destinations: PDFDestinations

    /// The outline's root; nil when there is none.
    func write(_ entries: [OutlineEntry], to file: inout PDFFile) -> PDFFile.Reference? {
        guard !entries.isEmpty else { return nil }
        let root = file.reserve()
        let listed = write(entries, under: root, to: &file)
        file.fill(root, "<</Type /Outlines /First \(listed.first) /Last \(listed.last) /Count \(listed.count)>>")
        return root
    }

    private func write(
        _ entries: [OutlineEntry], under parent: PDFFile.Reference, to file: inout PDFFile
    ) -> (first: PDFFile.Reference, last: PDFFile.Reference, count: Int) {
        let references = entries.map { _ in file.reserve() }
        var count = entries.count
        for (index, entry) in entries.enumerated() {
            var body = "<</Title \(PDFSyntax.text(entry.title)) /Parent \(parent)"
            if let action = destinations.action(to: entry.target) { body += " \(action)" }
            if index > 0 { body += " /Prev \(references[index - 1])" }
            if index + 1 < entries.count { body += " /Next \(references[index + 1])" }
            if !entry.children.isEmpty {
                let children = write(entry.children, under: references[index], to: &file)
                body += " /First \(children.first) /Last \(children.last) /Count \(children.count)"
                count += children.count
            }
            file.fill(references[index], body + ">>")
        }
        return (references[0], references[references.count - 1], count)
    }
}
