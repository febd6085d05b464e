extension StructureTree {
    /// Writes the tree to a file; returns its root.
    ///
    /// - Parameters:
    ///   - pages: the pages' objects.
    ///   - zones: the annotations' objects.
    func write(to file: inout PDFFile, pages: [PDFFile.Reference], zones: [PDFFile.Reference]) -> PDFFile.Reference {
        let root = file.reserve()
        let references = elements.map { _ in file.reserve() }
        for (index, element) in elements.enumerated() {
            file.fill(references[index], body(element, root: root, references, pages: pages, zones: zones))
        }
        // Pages keep the places that they have in the document; annotations come behind them.
        var numbers: [String] = []
        for (page, owners) in owners.enumerated() {
            let list = owners.map { references[$0].description }.joined(separator: " ")
            numbers.append("\(page) \(file.add("[\(list)]"))")
        }
        for (index, annotation) in annotations.enumerated() {
            numbers.append("\(owners.count + index) \(references[annotation.element])")
        }
        let parents = file.add("<</Nums [\(numbers.joined(separator: " "))]>>")
        file.fill(
            root,
            """
            <</Type /StructTreeRoot /K \(references[0]) /ParentTree \(parents) \
            /ParentTreeNextKey \(owners.count + annotations.count)>>
            """)
        return root
    }

    private func body(
        _ element: Element, root: PDFFile.Reference, _ references: [PDFFile.Reference], pages: [PDFFile.Reference],
        zones: [PDFFile.Reference]
    ) -> String {
        // Content on the page that the element names is given by its number alone.
        let home = element.kids.lazy.compactMap { kid -> Int? in
            if case .content(let page, _) = kid { page } else { nil }
        }.first
        var out = "<</Type /StructElem /S /"
        out += element.type
        out += " /P "
        out += (element.parent.map { references[$0] } ?? root).description
        if let home {
            out += " /Pg "
            out += pages[home].description
        }
        out += element.kids.count == 1 ? " /K " : " /K ["
        for (place, kid) in element.kids.enumerated() {
            if place > 0 { out += " " }
            switch kid {
            case .element(let index): out += references[index].description
            case .content(let page, let number):
                out += page == home ? String(number) : "<</Type /MCR /Pg \(pages[page]) /MCID \(number)>>"
            case .annotation(let index):
                out += "<</Type /OBJR /Pg \(pages[annotations[index].page]) /Obj \(zones[index])>>"
            }
        }
        if element.kids.count != 1 { out += "]" }
        if let alt = element.alt { out += " /Alt \(PDFSyntax.text(alt))" }
        if let box = element.box { out += " /A <</O /Layout /Placement /Block /BBox \(box)>>" }
        return out + ">>"
    }
}
