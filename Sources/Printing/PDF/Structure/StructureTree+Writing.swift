internal import Concurrency

extension StructureTree {
    private static let elementsPerBatch = 500

    /// Writes the tree to a file; returns its root.
    ///
    /// - Parameters:
    ///   - pages: the page objects.
    ///   - annotations: the link annotations' objects.
    func write(
        to file: inout PDFFile, pages: [PDFFile.Reference], annotations objects: [PDFFile.Reference],
        _ workers: WorkerPool
    ) -> PDFFile.Reference {
        let root = file.reserve()
        let references = elements.map { _ in file.reserve() }
        let bodies = workers.map(elements.batches(of: Self.elementsPerBatch)) { elements in
            elements.map { body(of: $0, root: root, references, pages: pages, annotations: objects) }
        }
        for (reference, body) in zip(references, bodies.joined()) { file.set(reference, to: body) }
        // The keys of the parent tree: the indices of pages, then those of annotations.
        var numbers: [String] = []
        for (page, owners) in contentOwners.enumerated() {
            var list = [UInt8(ascii: "[")]
            for (index, owner) in owners.enumerated() {
                if index > 0 { list.append(UInt8(ascii: " ")) }
                references[owner].append(to: &list)
            }
            list.append(UInt8(ascii: "]"))
            let array = file.reserve()
            file.set(array, to: list)
            numbers.append("\(page) \(array)")
        }
        for (index, annotation) in annotations.enumerated() {
            numbers.append("\(contentOwners.count + index) \(references[annotation.element])")
        }
        let parents = file.add("<</Nums [\(numbers.joined(separator: " "))]>>")
        file.set(
            root,
            to: """
                <</Type /StructTreeRoot /K \(references[0]) /ParentTree \(parents) \
                /ParentTreeNextKey \(contentOwners.count + annotations.count)>>
                """)
        return root
    }

    private func body(
        of element: Element, root: PDFFile.Reference, _ references: [PDFFile.Reference], pages: [PDFFile.Reference],
        annotations objects: [PDFFile.Reference]
    ) -> [UInt8] {
        // Content on the element's page (/Pg) is given by its identifier alone.
        let elementPage = element.kids.lazy.compactMap { kid -> Int? in
            if case .content(let page, _) = kid { page } else { nil }
        }.first
        var out: [UInt8] = []
        out.reserveCapacity(64 + 10 * element.kids.count)
        out += "<</Type /StructElem /S /".utf8
        out += element.type.utf8
        out += " /P ".utf8
        (element.parent.map { references[$0] } ?? root).append(to: &out)
        if let elementPage {
            out += " /Pg ".utf8
            pages[elementPage].append(to: &out)
        }
        out += (element.kids.count == 1 ? " /K " : " /K [").utf8
        for (index, kid) in element.kids.enumerated() {
            if index > 0 { out.append(UInt8(ascii: " ")) }
            switch kid {
            case .element(let element): references[element].append(to: &out)
            case .content(let page, let number) where page == elementPage: PDFSyntax.append(number, to: &out)
            case .content(let page, let number): out += "<</Type /MCR /Pg \(pages[page]) /MCID \(number)>>".utf8
            case .annotation(let index):
                out += "<</Type /OBJR /Pg \(pages[annotations[index].page]) /Obj \(objects[index])>>".utf8
            }
        }
        if element.kids.count != 1 { out.append(UInt8(ascii: "]")) }
        if let alt = element.alt { out += " /Alt \(PDFSyntax.text(alt))".utf8 }
        if let box = element.box { out += " /A <</O /Layout /Placement /Block /BBox \(box)>>".utf8 }
        out += ">>".utf8
        return out
    }
}
