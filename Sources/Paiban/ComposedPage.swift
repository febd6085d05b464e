internal import Pages
internal import Press
internal import Printing

/// A page of a composed edition.
public struct ComposedPage: Sendable {
    /// The stories on the page by rank, those of one rank from the top.
    public let stories: [Story]
    /// The page in text: each story's module by its letter, on the page's grid.
    public let dummy: String

    private let page: Page
    private let context: PrintingContext

    /// A story on its page.
    public struct Story: Hashable, Sendable {
        /// The article's id.
        public var id: String
        /// The article's headline.
        public var title: String
        /// The importance; 1 is the page's lead.
        public var rank: Int
        /// The rectangles that the story covers.
        public var frames: [Frame]
        /// The lines of its text on this page.
        public var lines: Int
        /// The white lines at the feet of its legs.
        public var whiteLines: Int
        /// The lines that do not fit.
        public var oversetLines: Int
        /// The size of the headline in points; nil without one.
        public var headlineSize: Double?
        /// The number of the page on which the story continues.
        public var continuesOn: Int?
        /// The number of the page from which the story continues.
        public var continuedFrom: Int?
    }

    /// A rectangle in points, from the top left corner of the trimmed page.
    public struct Frame: Hashable, Sendable {
        public var x, y, width, height: Double
    }

    init(_ page: Page, stories: [Story], dummy: String, _ context: PrintingContext) {
        (self.page, self.stories, self.dummy, self.context) = (page, stories, dummy, context)
    }

    /// The number of the page in the edition, from 1.
    public var number: Int { page.number }
    /// What readers call the page, such as “第1版”.
    public var label: String { page.label }
    /// The width of the trimmed page in points.
    public var width: Double { page.trim.width.points }
    /// The height of the trimmed page in points.
    public var height: Double { page.trim.height.points }

    /// Draws the page as a PNG picture.
    ///
    /// - Parameter dpi: pixels to the inch, from 10 to 1200.
    /// - Throws: ``EditionError`` if the picture cannot be made; `CancellationError` when the task was cancelled.
    public func png(dpi: Double = 144) async throws -> PrintedFile {
        let dpi = dpi.isNaN ? 144 : min(1200, max(10, dpi))
        return try await context.print(.png) { [page] in try PNGPrinter(dpi: dpi).print(page) }
    }

    /// Draws the page as an SVG picture with letters as outlines. Its units are points.
    ///
    /// - Throws: ``EditionError`` if the picture cannot be made; `CancellationError` when the task was cancelled.
    public func svg() async throws -> PrintedFile {
        try await context.print(.svg) { [page] in try SVGPrinter().print(page) }
    }
}

extension ComposedPage.Story {
    init(_ story: PlacedStory) {
        self.init(
            id: story.id, title: story.title, rank: story.rank,
            frames: story.frames.map {
                ComposedPage.Frame(
                    x: $0.x.points, y: $0.y.points, width: $0.width.points, height: $0.height.points)
            },
            lines: story.lines, whiteLines: story.whiteLines, oversetLines: story.oversetLines,
            headlineSize: story.headlineSize, continuesOn: story.continuesOn, continuedFrom: story.continuedFrom)
    }
}
