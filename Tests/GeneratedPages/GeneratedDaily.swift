public import Copy
internal import GeneratedCopy
internal import Diagnostics
internal import Foundation

/// A whole day's copy that nobody wrote, for about so many tabloid pages, to be shared out over as many as it needs. The
/// same seed is the same edition.
public struct GeneratedDaily: Sendable, CustomStringConvertible {
    public var seed: Int
    /// The pages that the copy is for; makeup may take one more or less.
    public var pages: Int

    public init(seed: Int, pages: Int) {
        self.seed = seed
        self.pages = pages
    }

    public var description: String { "\(pages) pages, \(seed)" }

    private static let sections = ["要闻", "时政", "县域", "经济", "社会", "教科", "文化", "体育", "副刊", "影像"]
    /// Lines of the stories of a page, the longest first: features and leads, and what stands round them. Heads and photos
    /// take the rest of its 380.
    private static let lines = [66.0, 42, 31, 22, 15, 9]
    /// How much longer or shorter a story may be.
    private static let play = 0.25
    /// Of a page's stories the first has a photo, and of the others one in so many.
    private static let photosOfOthers = 1.0 / 6

    /// - Parameter folder: where its photos are written.
    public func edition(in folder: String) throws -> Edition {
        var chance = SeededRandom(seed)
        var copy = InventedCopy(chance: SeededRandom(seed + 1_000_003))
        let writer = GeneratedEdition(seed: seed, form: .tabloid)
        var articles: [Article] = []
        for page in 0..<pages {
            for (index, lines) in Self.lines.enumerated() {
                let length = lines * (1 - Self.play + 2 * Self.play * chance.share())
                let hasPhoto = index == 0 || chance.isTrue(Self.photosOfOthers)
                var story = try writer.story(
                    articles.count, lines: Int(length), photos: hasPhoto ? 1 : 0, folder, &chance, &copy)
                // Two stories of one title could not be told apart in what is said of them.
                story.title += "之" + String(articles.count + 1)
                story.section = Self.sections[page * Self.sections.count / max(1, pages)]
                story.rank = index + 1 > 4 ? 4 : index + 1
                if page > 0, index == 0 { story.rank = 2 }
                articles.append(story)
            }
        }
        let place = SourcePlace(file: folder + "/edition.yaml", line: 1)
        let allotment = Allotment(
            front: Allotment.LayoutName("tabloid-front", place: place),
            inside: Allotment.LayoutName("tabloid-inside", place: place),
            sections: Self.sections.map { Allotment.Section(name: $0) }, editors: "责任编辑 李群", articles: articles,
            place: place)
        return Edition(
            folder: folder, paper: ["name": "沿江日报", "publisher": "沿江日报社"],
            date: CalendarDate(year: 2023, month: 6, day: 21), issue: "\(seed)", pages: [], allotment: allotment,
            place: place)
    }
}
