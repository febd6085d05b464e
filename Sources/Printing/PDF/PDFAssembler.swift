internal import Concurrency
internal import Diagnostics
internal import Pages

/// Assembles the final PDF from the ones that Cairo painted: rewritten contents, photos, pages, structure, outline and
/// metadata.
struct PDFAssembler {
    private let document: Document
    private let output: OutputProfile
    private let boxes: [PageBoxes]
    private let images: PDFImages
    private let batches: [PaintedBatch]
    private let surveys: [PageSurvey]
    private let tags: PageTags
    private let workers: WorkerPool

    /// - Parameter batches: all pages of the document, in order.
    init(of painter: PagePainter, _ batches: [PaintedBatch], _ surveys: [PageSurvey], workers: WorkerPool) {
        (document, output, boxes, self.surveys) = (painter.document, painter.output, painter.boxes, surveys)
        (images, self.batches, self.workers) = (painter.resources.images, batches, workers)
        var tags = batches.first?.tags ?? PageTags()
        for batch in batches.dropFirst() { tags.append(batch.tags) }
        tags.tree.assignHeadingTypes()
        self.tags = tags
    }

    /// The bytes of the file.
    func assemble(_ profiles: FileProfiles) throws -> Reported<[UInt8]> {
        var profiles = profiles
        var tree = tags.tree
        // 1. Cairo's objects, with rewritten contents, and photos in place of their placeholders.
        let (sources, placeholders) = sources()
        var file = PDFFile(updating: sources)
        let contents = try rewrittenContents().enumerated().map { index, page in
            tree.setContentOwners(page.owners, ofPage: index)
            return file.addStream(PDFWriter.flateFilter, page.content)
        }
        let resources = updateResources(sources, in: &file)
        for (number, object) in placeholders where images.images.indices.contains(number) {
            images.images[number].write(to: object, in: &file, &profiles)
        }
        // 2. Pages and link annotations.
        let pages = document.pages.map { _ in file.reserve() }
        let destinations = PDFDestinations(of: surveys, pages: pages, boxes: boxes)
        let annotations = addAnnotations(destinations, to: &file)
        let list = addPages(pages, contents, resources, annotations, to: &file)
        // 3. The catalogue, and all that it refers to.
        let conformance = Conformance(
            document, output: output, tree: tree, profiles: profiles,
            hasUnconvertedColours: cairoPages.contains(where: \.hasUnconvertedColours))
        let metadata = PDFMetadata(document, surveys)
        let packet = file.addStream(" /Type /Metadata /Subtype /XML", metadata.xmpPacket(conformance))
        var catalogue = """
            <</Type /Catalog /Pages \(list) /Metadata \(packet) /PageLabels \(pageLabels) \
            /MarkInfo <</Marked true>> /ViewerPreferences <</DisplayDocTitle true>> \
            /StructTreeRoot \(tree.write(to: &file, pages: pages, annotations: annotations, workers))
            """
        if !document.language.isEmpty { catalogue += " /Lang \(PDFSyntax.text(document.language))" }
        if let names = destinations.nameTree { catalogue += " /Names <</Dests \(file.add(names))>>" }
        if let outline = destinations.writeOutline(document.outline, to: &file) {
            catalogue += " /Outlines \(outline) /PageMode /UseOutlines"
        }
        let intents = outputIntents(conformance, &profiles, &file)
        if !intents.isEmpty { catalogue += " /OutputIntents [\(intents.joined(separator: " "))]" }
        let root = file.add(catalogue + ">>"), info = file.add(metadata.infoDictionary)
        // 4. The file.
        var bytes = PDFWriter(version: version, workers: workers).write(file, root: root, info: info)
        DeferredRelease.release(file, tree)
        if case .screen = output { bytes = try QPDFHandle.linearised(bytes, version: version) }
        return Reported(bytes, unconvertedColourWarnings)
    }

    private var version: String {
        switch output {
        // PDF/X-4 is based on PDF 1.6.
        case .press: "1.6"
        case .standard, .screen: "1.7"
        }
    }

    // MARK: Cairo's objects

    private var cairoPages: [CairoPDF.Page] { batches.flatMap(\.cairo.pages) }

    /// Cairo's files with consecutive object numbers, and the placeholders of photos. Fonts and photos that several files
    /// have are taken from the first.
    private func sources() -> (sources: [PDFSource], placeholders: [Int: PDFFile.Reference]) {
        var sources: [PDFSource] = [], placeholders: [Int: PDFFile.Reference] = [:]
        let first = batches.first?.cairo.specimen
        for batch in batches {
            let offset = sources.last?.numbers.upperBound ?? 0
            var replacements: [Int: PDFFile.Reference] = [:]
            if let first, let specimen = batch.cairo.specimen, offset > 0, specimen.matches(first) {
                for (name, font) in specimen.fonts { replacements[font.number] = first.fonts[name] }
            }
            for (photo, object) in batch.cairo.placeholders {
                let reference = PDFFile.Reference(number: object.number + offset)
                replacements[object.number] = placeholders[photo, default: reference]
                placeholders[photo, default: reference] = replacements[object.number]!
            }
            sources.append(
                PDFSource(
                    batch.bytes, count: batch.cairo.count, numberOffset: offset, replacing: replacements))
        }
        return (sources, placeholders)
    }

    private static let pagesPerBatch = 4

    /// The pages' contents, rewritten and compressed.
    private func rewrittenContents() throws -> [ContentRewriter.Result] {
        let colours = ContentColours(output: output)
        let pages = batches.flatMap { batch in batch.cairo.pages.map { (batch.inks, $0.content) } }
        let tasks = zip(pages, tags.pieces).enumerated().map { index, page in
            let ((inks, content), pieces) = page
            let rewriter = ContentRewriter(inks: inks, colours: colours, pieces: pieces, tree: tags.tree)
            return (rewriter, content, marks(ofPage: index))
        }
        return try workers.map(tasks.batches(of: Self.pagesPerBatch)) { tasks in
            let deflater = Deflater()
            return try tasks.map { rewriter, content, marks in
                var page = try rewriter.rewrite(content)
                page.content = deflater.compress(marks.isEmpty ? page.content : marks + page.content)
                return page
            }
        }.flatMap(\.self)
    }

    private func marks(ofPage page: Int) -> [UInt8] {
        guard boxes[page].hasMarks else { return [] }
        return Array("/Artifact BMC\n\(PrinterMarks(of: boxes[page]).content)\nEMC\n".utf8)
    }

    /// Replaces the pages' resource dictionaries by those with added resources, and completes TrueType fonts.
    ///
    /// - Returns: the resource dictionary of each page.
    private func updateResources(_ sources: [PDFSource], in file: inout PDFFile) -> [PDFFile.Reference] {
        var resources: [PDFFile.Reference] = []
        for (source, batch) in zip(sources, batches) {
            for page in batch.cairo.pages {
                resources.append(source.reference(page.resourcesObject))
                file.set(resources.last!, to: source.renumbered(page.resources))
            }
            // PDF/A requires an explicit CIDToGIDMap.
            for (font, entries) in batch.cairo.trueTypeFonts {
                let font = source.reference(font)
                guard source.numbers.contains(font.number) else { continue }
                file.set(font, to: "<<\(source.renumbered(entries)) /CIDToGIDMap /Identity>>")
            }
        }
        return resources
    }

    // MARK: Pages

    /// Adds the link annotations; returns their objects in the order of `tags.links`.
    private func addAnnotations(_ destinations: PDFDestinations, to file: inout PDFFile) -> [PDFFile.Reference] {
        let annotations = tags.links.map { _ in file.reserve() }
        for (index, link) in tags.links.enumerated() {
            var out = """
                <</Type /Annot /Subtype /Link /Rect \(link.rect) /Border [0 0 0] /F 4 \
                /StructParent \(document.pages.count + index) /Contents \(PDFSyntax.text(link.text))
                """
            if let action = destinations.action(to: link.target) { out += " \(action)" }
            file.set(annotations[index], to: out + ">>")
        }
        return annotations
    }

    /// Sets the page objects and adds the page tree; returns its root.
    private func addPages(
        _ pages: [PDFFile.Reference], _ contents: [PDFFile.Reference], _ resources: [PDFFile.Reference],
        _ annotations: [PDFFile.Reference], to file: inout PDFFile
    ) -> PDFFile.Reference {
        let list = file.reserve()
        for index in pages.indices {
            var out = """
                <</Type /Page /Parent \(list)\(boxes[index].entries) /Resources \(resources[index]) \
                /Contents \(contents[index]) /StructParents \(index)
                """
            let own = tags.tree.annotations.enumerated().filter { $0.element.page == index }
                .map { annotations[$0.offset].description }
            if !own.isEmpty { out += " /Tabs /S /Annots [\(own.joined(separator: " "))]" }
            // Transparent pictures are blended in the press's inks.
            if case .press = output { out += " /Group <</S /Transparency /CS /DeviceCMYK>>" }
            file.set(pages[index], to: out + ">>")
        }
        file.set(
            list,
            to: "<</Type /Pages /Count \(pages.count) /Kids [\(pages.map(\.description).joined(separator: " "))]>>"
        )
        return list
    }

    // MARK: The catalogue

    private var pageLabels: String {
        let labels = document.pages.enumerated().map { index, page in
            "\(index) <</P \(PDFSyntax.text(page.label.isEmpty ? String(page.number) : page.label))>>"
        }
        return "<</Nums [\(labels.joined(separator: " "))]>>"
    }

    /// The output intents: the device that the file's colours are meant for, a press or a screen.
    private func outputIntents(
        _ conformance: Conformance, _ profiles: inout FileProfiles, _ file: inout PDFFile
    ) -> [String] {
        let profile: ColourProfile?
        switch output {
        case .standard: profile = nil
        case .press: profile = profiles.press
        case .screen: profile = profiles.screen
        }
        guard let profile else { return [] }
        let object = profiles.object(profile, &file)
        let subtypes = (conformance.isPDFX ? ["/GTS_PDFX"] : []) + (conformance.isPDFA ? ["/GTS_PDFA1"] : [])
        return subtypes.map { subtype in
            let name = PDFSyntax.text(profile.name)
            return """
                <</Type /OutputIntent /S \(subtype) /OutputConditionIdentifier \(name) /Info \(name) \
                /DestOutputProfile \(object)>>
                """
        }
    }

    // MARK: Warnings

    /// A warning if drawings in a file for a press have colours that stay RGB. If such a page has several drawings, the
    /// message names all of them, because it is unknown which one causes it.
    private var unconvertedColourWarnings: [Diagnostic] {
        let pages = cairoPages
        guard case .press = output, pages.contains(where: \.hasUnconvertedColours) else { return [] }
        let images = zip(pages, document.pages).filter(\.0.hasUnconvertedColours).flatMap(\.1.images)
        let drawings = Set(images.map(\.file).filter(Drawing.isDrawing)).sorted()
        let subject =
            drawings.count > 1 ? "one of the drawings \(drawings.joined(separator: ", "))" : "the drawing"
        return [
            .warning(
                at: drawings.first.map { SourcePlace(file: $0) },
                "\(subject) has gradients, pictures or transparent parts, which stay in RGB; the file is not PDF/X-4",
                hints: "use drawings of plain areas and lines, or a picture in their place")
        ]
    }
}
