internal import Diagnostics
internal import MarkedYAML

/// Reads the pages of edition.yaml with their stories, whether the pages are listed or allotted by the program.
struct EditionPagesReader {
    let folder: EditionFolder
    let reporter: Reporter
    private let copy: CopyFolder
    private let notices: NoticeReader

    init(folder: EditionFolder, reporter: Reporter, narrowsLetters: Bool) {
        self.folder = folder
        self.reporter = reporter
        copy = CopyFolder(folder, reporter, narrowsLetters: narrowsLetters)
        notices = NoticeReader(folder: folder, reporter: reporter)
    }

    // MARK: Listed pages

    func listed(_ keys: MappingReader) -> [EditionPage] {
        let nodes = keys.list("pages")
        if nodes.isEmpty {
            reporter.error(
                at: keys.place(of: "pages"), "the edition has no pages",
                hints: "write “pages:” and under it “- layout: broadsheet-front” and “copy: [copy/front.txt]”")
        }
        var pages: [EditionPage] = []
        for node in nodes {
            let number = pages.count + 1
            guard let page = page(MappingReader(node, as: "page \(number)", reporter), number: number) else { continue }
            pages.append(page)
            guard page.half == .left else { continue }
            var right = page
            (right.articles, right.takesOver, right.notices, right.half) = ([], true, [], .right)
            pages.append(right)
        }
        return pages
    }

    /// The half of a spread that the page is. The pages of a spread face each other: in a paper read from the left, the
    /// even page is on the left.
    private func half(_ keys: MappingReader, number: Int) -> EditionPage.Half? {
        guard keys.flag("spread") == true else { return nil }
        if number % 2 == 1 {
            reporter.warning(
                at: keys.node("spread")?.place, "pages \(number) and \(number + 1) do not face each other",
                hints: "begin the spread on an even page: 2 and 3, 4 and 5, …")
        }
        return .left
    }

    private func page(_ keys: MappingReader, number: Int) -> EditionPage? {
        let layout = keys.requiredText("layout", hint: "write the name of a layout file, such as broadsheet-front")
        let files = keys.list("copy")
        // A later page without copy takes the stories that earlier pages cannot hold.
        if files.isEmpty, number == 1 {
            reporter.warning(
                at: keys.place, "page \(number) has no copy", hints: "write “copy: [copy/front.txt]” for its stories")
        }
        let page = EditionPage(
            layout: layout ?? "", layoutPlace: keys.node("layout")?.place ?? keys.place, section: keys.text("section"),
            editors: keys.text("editors"), articles: stories(files, keys, page: number),
            takesOver: files.isEmpty, notices: keys.list("notices").compactMap { notices.notice($0, page: number) },
            half: half(keys, number: number))
        keys.finish()
        return layout == nil ? nil : page
    }

    private func stories(_ files: [YAMLNode], _ keys: MappingReader, page: Int) -> [Article] {
        var stories = files.flatMap { copy.stories(in: $0, page: page) }
        let attachments = keys.list("photos").compactMap { PhotoAttachment($0, reporter) }
        PhotoAttachment.attach(attachments, to: &stories, reporter)
        folder.resolvePhotos(of: &stories, reporter)
        return stories
    }

    // MARK: Allotted pages

    static let maxPages = Allotment.maxPages

    func allotment(_ keys: MappingReader) -> Allotment? {
        let count = keys.value(
            "pages", expecting: "auto, a number of pages up to \(Self.maxPages), or a list of pages"
        ) {
            $0 == "auto" ? .some(Int?.none) : Int($0).flatMap { (1...Self.maxPages).contains($0) ? .some($0) : nil }
        }
        let files = keys.list("copy")
        if files.isEmpty {
            reporter.error(
                at: keys.place(of: "pages"), "the edition has no copy",
                hints: "write “copy: [copy]” for all the stories in its copy folder")
        }
        let layouts = keys.mapping("layouts", as: "the layouts")
        let front = layouts.flatMap { name("front", of: $0) }
        let inside = layouts.flatMap { name("inside", of: $0) } ?? front
        layouts?.finish()
        if layouts == nil {
            reporter.error(
                at: keys.place(of: "pages"), "the edition does not name the layouts of its pages",
                hints: "write “layouts: {front: tabloid-front, inside: tabloid-inside}”")
        }
        let sections = keys.list("sections").compactMap(section)
        var byPage: [Int: [Notice]] = [:]
        for node in keys.list("notices") {
            guard let (page, notice) = notices.paged(node) else { continue }
            byPage[page, default: []].append(notice)
        }
        let stories = stories(files, keys, page: 1)
        let editors = keys.text("editors")
        guard let count, let front, let inside else { return nil }
        return Allotment(
            count: count, front: front, inside: inside, sections: sections, editors: editors, articles: stories,
            notices: byPage, place: keys.place(of: "pages"))
    }

    private func name(_ key: String, of keys: MappingReader) -> Allotment.LayoutName? {
        keys.text(key).map { Allotment.LayoutName($0, place: keys.node(key)?.place ?? keys.place) }
    }

    /// Reads a section: its name, or a group with the name and the layout and editors of its pages.
    private func section(_ node: YAMLNode) -> Allotment.Section? {
        if let name = node.text { return Allotment.Section(name: name) }
        let keys = MappingReader(node, as: "a section", reporter)
        let name = keys.requiredText("name", hint: "write “- 综合”, or “- {name: 综合, layout: tabloid-inside}”")
        let section = Allotment.Section(
            name: name ?? "", layout: self.name("layout", of: keys), editors: keys.text("editors"))
        keys.finish()
        return name == nil ? nil : section
    }
}
