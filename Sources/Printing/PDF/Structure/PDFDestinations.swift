internal import Pages

/// The named destinations of a file: the beginning of each story, each part of a story, and each page
/// (ISO 32000-1, 12.3.2.3).
struct PDFDestinations {
    /// The destination arrays by name.
    private var destinations: [String: String] = [:]

    /// - Parameters:
    ///   - pages: the page objects.
    ///   - boxes: the pages' boxes.
    init(of surveys: [PageSurvey], pages: [PDFFile.Reference], boxes: [PageBoxes]) {
        for (index, survey) in surveys.enumerated() {
            let boxes = boxes[index], number = survey.page.number
            destinations[Self.name(of: .page(number))] = "[\(pages[index]) /Fit]"
            for story in survey.stories {
                guard let id = story.role.storyID else { continue }
                let corner = [boxes.x(story.bounds.x.points), boxes.y(story.bounds.y.points)].map(PDFSyntax.number)
                let destination = "[\(pages[index]) /XYZ \(corner[0]) \(corner[1]) null]"
                destinations[Self.name(of: .part(of: id, onPage: number))] = destination
                let beginning = Self.name(of: .article(id))
                // A story can continue on an earlier page than it begins.
                let isBeginning = story.role == .article(id)
                if isBeginning || destinations[beginning] == nil { destinations[beginning] = destination }
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

    /// The dictionary entry for the action of a link or an outline item; nil when the target is not in the file, as when
    /// only some pages are printed.
    func action(to target: LinkTarget) -> String? {
        if case .address(let address) = target {
            return "/A <</S /URI /URI \(PDFSyntax.text(Self.percentEncoded(address)))>>"
        }
        let name = Self.name(of: target)
        return destinations[name] == nil ? nil : "/Dest \(PDFSyntax.text(name))"
    }

    /// An address in ASCII, as URI actions require it; other characters are percent-encoded.
    private static func percentEncoded(_ address: String) -> String {
        address.utf8.map { byte in
            (0x21..<0x7F).contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + PDFSyntax.hex(UInt16(byte), 2)
        }.joined()
    }

    /// The destinations as a name tree; nil when there are none.
    var nameTree: String? {
        guard !destinations.isEmpty else { return nil }
        // The names must be sorted by their bytes.
        let names = destinations.map { (PDFSyntax.text($0), $1) }.sorted { Self.sortKey($0.0) < Self.sortKey($1.0) }
        return "<</Names [\(names.map { "\($0.0) \($0.1)" }.joined(separator: " "))]>>"
    }

    /// Names in UTF-16 sort after those in ASCII, as their first byte is 0xFE.
    private static func sortKey(_ text: String) -> String { text.hasPrefix("<") ? "\u{7F}" + text : text }

    // MARK: Outline

    /// Writes the document outline (ISO 32000-1, 12.3.3); returns its root, or nil when there are no entries.
    func writeOutline(_ entries: [OutlineEntry], to file: inout PDFFile) -> PDFFile.Reference? {
        guard !entries.isEmpty else { return nil }
        let root = file.reserve()
        let items = writeItems(entries, under: root, to: &file)
        file.set(root, to: "<</Type /Outlines /First \(items.first) /Last \(items.last) /Count \(items.count)>>")
        return root
    }

    private func writeItems(
        _ entries: [OutlineEntry], under parent: PDFFile.Reference, to file: inout PDFFile
    ) -> (first: PDFFile.Reference, last: PDFFile.Reference, count: Int) {
        let references = entries.map { _ in file.reserve() }
        var count = entries.count
        for (index, entry) in entries.enumerated() {
            var body = "<</Title \(PDFSyntax.text(entry.title)) /Parent \(parent)"
            if let action = action(to: entry.target) { body += " \(action)" }
            if index > 0 { body += " /Prev \(references[index - 1])" }
            if index + 1 < entries.count { body += " /Next \(references[index + 1])" }
            if !entry.children.isEmpty {
                let children = writeItems(entry.children, under: references[index], to: &file)
                body += " /First \(children.first) /Last \(children.last) /Count \(children.count)"
                count += children.count
            }
            file.set(references[index], to: body + ">>")
        }
        return (references[0], references[references.count - 1], count)
    }
}
