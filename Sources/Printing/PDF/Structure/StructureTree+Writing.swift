internal import Concurrency

extension StructureTree {
    /// Elements that one hand writes before it takes the next ones.
    private static let mostAtATime = 500

    /// Writes the tree to a file; returns its root.
    ///
    /// - Parameters:
    ///   - pages: the pages' objects.
    ///   - zones: the annotations' objects.
    ///   - workers: who writes it; there are many elements.
    func write(
        to file: inout PDFFile, pages: [PDFFile.Reference], zones: [PDFFile.Reference], _ workers: WorkerPool
    ) -> PDFFile.Reference {
        let root = file.reserve()
        let references = elements.map { _ in file.reserve() }
        let bodies = workers.map(elements.batches(of: Self.mostAtATime)) { elements in
            elements.map { body($0, root: root, references, pages: pages, zones: zones) }
        }
        for (reference, body) in zip(references, bodies.joined()) { file.fill(reference, body) }
        // Pages keep the places that they have in the document; annotations come behind them.
        var numbers: [String] = []
        for (page, owners) in owners.enumerated() {
            var list = [UInt8(ascii: "[")]
            for (place, owner) in owners.enumerated() {
                if place > 0 { list.append(UInt8(ascii: " ")) }
                references[owner].append(to: &list)
            }
            list.append(UInt8(ascii: "]"))
            let own = file.reserve()
            file.fill(own, list)
            numbers.append("\(page) \(own)")
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
    ) -> [UInt8] {
        // Content on the page that the element names is given by its number alone.
        let home = element.kids.lazy.compactMap { kid -> Int? in
            if case .content(let page, _) = kid { page } else { nil }
        }.first
        var out: [UInt8] = []
        out.reserveCapacity(64 + 10 * element.kids.count)
        out += "<</Type /StructElem /S /".utf8
        out += element.type.utf8
        out += " /P ".utf8
        (element.parent.map { references[$0] } ?? root).append(to: &out)
        if let home {
            out += " /Pg ".utf8
            pages[home].append(to: &out)
        }
        out += (element.kids.count == 1 ? " /K " : " /K [").utf8
        for (place, kid) in element.kids.enumerated() {
            if place > 0 { out.append(UInt8(ascii: " ")) }
            switch kid {
            case .element(let index): references[index].append(to: &out)
            case .content(let page, let number) where page == home: PDFSyntax.append(number, to: &out)
            case .content(let page, let number): out += "<</Type /MCR /Pg \(pages[page]) /MCID \(number)>>".utf8
            case .annotation(let index):
                out += "<</Type /OBJR /Pg \(pages[annotations[index].page]) /Obj \(zones[index])>>".utf8
            }
        }
        if element.kids.count != 1 { out.append(UInt8(ascii: "]")) }
        if let alt = element.alt { out += " /Alt \(PDFSyntax.text(alt))".utf8 }
        if let box = element.box { out += " /A <</O /Layout /Placement /Block /BBox \(box)>>".utf8 }
        out += ">>".utf8
        return out
    }
}
