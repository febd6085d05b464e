internal import Pages

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
