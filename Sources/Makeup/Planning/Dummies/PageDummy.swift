internal import Copy
public import Layouts
internal import Pages
internal import Typesetting

/// The dummy that an editor keeps from one build to the next: the cells of each story, and whether they are fixed.
public struct PageDummy: Hashable, Sendable {
    /// The page's number, from 1.
    public var page: Int
    public var layout: String
    public var stories: [Entry]
    /// A mark of the cells that the program chose. If the entries have another mark, an editor has moved them.
    public var planned: String?

    public struct Entry: Hashable, Sendable {
        public var id: String
        public var title: String
        public var cells: GridRect
        /// The step of a story some of whose legs end above the others.
        public var step: LegStep?
        /// Whether the story stays in these cells even if the others move.
        public var isPinned: Bool
        /// The form of the story (headline, photo, length), written for the reader of the file.
        public var remarks: [Remark]

        public init(
            id: String, title: String, cells: GridRect, step: LegStep? = nil, isPinned: Bool = false,
            remarks: [Remark] = []
        ) {
            self.id = id
            self.step = step
            self.title = Self.plain(title)
            self.cells = cells
            self.isPinned = isPinned
            self.remarks = remarks
        }

        /// A title on one line, as the file has it.
        static func plain(_ title: String) -> String {
            title.split(whereSeparator: \.isNewline).joined(separator: " ")
        }
    }

    public struct Remark: Hashable, Sendable {
        public var key: String
        public var text: String
        public init(key: String, text: String) { (self.key, self.text) = (key, text) }
    }

    public init(page: Int, layout: String, stories: [Entry], planned: String? = nil) {
        self.page = page
        self.layout = layout
        self.stories = stories
        self.planned = planned
    }

    /// Whether an editor has changed cells since the program wrote them. Without a mark, all cells are an editor's.
    public var isEdited: Bool { planned != mark }

    /// A short mark of all cells (FNV-1a). Titles and remarks do not change it.
    public var mark: String {
        var hash: UInt32 = 2_166_136_261
        func mix(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt32(byte)) &* 16_777_619 }
        }
        for story in stories.sorted(by: { $0.id < $1.id }) {
            let step = story.step.map { " \($0.isAtLeft ? -$0.columns : $0.columns) \($0.rows)" } ?? ""
            mix("\(story.id) \(story.cells.columns) \(story.cells.rows)\(step);")
        }
        return String(hash, radix: 16)
    }

    /// The entry of each story, matched by name and title, then by title, then by name. Nil when a story has no entry
    /// or an entry has no story.
    func entries(of stories: [Story]) -> [Entry]? {
        guard stories.count == self.stories.count else { return nil }
        let found = stories.compactMap(entry)
        return Set(found.map(\.id)).count == stories.count ? found : nil
    }

    func entry(of story: Story) -> Entry? {
        let id = story.article.id, title = Entry.plain(story.article.title)
        return stories.first { $0.id == id && $0.title == title } ?? stories.first { $0.title == title }
            ?? stories.first { $0.id == id }
    }
}

extension PageDummy {
    /// The dummy of a composed page. Stories that an editor moved or pinned keep their marks.
    init(_ modules: [Module], page: Int, layout: String, after previous: PageDummy?) {
        let entries = modules.sorted { $0.isBefore($1) }.map { module in
            PageDummy.Entry(
                id: module.story.article.id, title: module.story.article.title, cells: module.pageCells,
                step: module.variant.step,
                isPinned: previous?.entry(of: module.story)?.isPinned ?? false, remarks: module.remarks)
        }
        self.init(page: page, layout: layout, stories: entries)
        let isKept = Dictionary(grouping: entries) { $0.id }.allSatisfy { id, entry in
            previous?.stories.contains { $0.id == id && $0.cells == entry[0].cells && $0.step == entry[0].step }
                ?? false
        }
        planned = isKept ? previous?.planned : mark
    }
}

extension Module {
    /// Whether the module comes before another from the top of the page, then from the left.
    func isBefore(_ other: Module) -> Bool {
        (cells.rows.lowerBound, cells.columns.lowerBound) < (
            other.cells.rows.lowerBound, other.cells.columns.lowerBound
        )
    }

    fileprivate var remarks: [PageDummy.Remark] {
        var remarks = [
            PageDummy.Remark(
                key: "headline", text: "\(Int(headline.size.points.rounded()))pt × \(headline.titleLines)")
        ]
        if let photo = variant.photo {
            remarks.append(PageDummy.Remark(key: "photo", text: "\(photo.columns) × \(photo.rows)"))
        }
        remarks.append(PageDummy.Remark(key: "lines", text: "\(galley.rows)"))
        return remarks
    }
}
