internal import Diagnostics
internal import FoundationEssentials
internal import Makeup
internal import Pages
internal import Press

/// What the browser shows besides the pages' pictures. It is sent as JSON. Lengths are points from the top left corner
/// of the trimmed page. Paths of files in the edition's folder are relative to it.
struct PreviewState: Hashable, Encodable, Sendable {
    /// The number of states so far.
    var revision = 0
    /// The edition's title.
    var title = ""
    /// The name of the edition's folder or file.
    var edition: String
    /// Whether the pages could not be made. Then `pages` are those of the last time that they could.
    var isBroken = false
    var problems: [Problem] = []
    /// Errors of drawing pictures and printing downloads from the current pages.
    var failures: [Problem] = []
    var pages: [Page] = []
    /// The phases of the last making.
    var phases: [Phase] = []

    /// Something that is rendered on request.
    enum Rendering: Hashable, Sendable {
        /// A picture of a page version.
        case picture(Int)
        /// Guides of a page version.
        case guides(Int, PageGuides.Kind)
        case pdf
    }

    struct Page: Hashable, Encodable, Sendable {
        var number: Int
        /// The second number of a spread.
        var lastNumber: Int?
        var section: String?
        var width: Double
        var height: Double
        /// The number of the current page version.
        var picture: Int
        /// The number of the page version before the last change.
        var previousPicture: Int?
        /// White lines, and all lines of the page outside its furniture.
        var whiteLines: Int
        var columnLines: Int
        var stories: [Story]
    }

    struct Story: Hashable, Encodable, Sendable {
        var id: String
        var title: String
        var rank: Int
        /// The rectangles that the story covers, each as x, y, width and height.
        var frames: [[Double]]
        var file: String
        /// From 1; 0 for the whole file.
        var line: Int
        /// The text of the line.
        var excerpt: String?
        var lines: Int
        var whiteLines: Int
        var oversetLines: Int
        var headlineSize: Double?
        var continuesOn: Int?
        var continuedFrom: Int?
    }

    /// A diagnostic, with the page and the story that it concerns.
    struct Problem: Hashable, Encodable, Sendable {
        var isError: Bool
        var message: String
        var hints: [String]
        var file: String?
        var line: Int
        var column: Int
        var excerpt: String?
        var page: Int?
        var story: String?
    }

    struct Phase: Hashable, Encodable, Sendable {
        var name: String
        var seconds: Double
    }

    /// The state as JSON on one line, as server-sent events require it.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Encoding cannot fail: the state has no values that JSON cannot represent.
        return String(decoding: try! encoder.encode(self), as: UTF8.self)
    }
}

extension SourcePlace {
    /// The text of the line, unless it is too long: a state has hundreds of excerpts, and a paragraph of copy is one line.
    var shortExcerpt: String? { (excerpt?.utf8.count ?? 0) > 10_000 ? nil : excerpt }
}

extension PreviewState.Story {
    init(_ story: PlacedStory) {
        self.init(
            id: story.id, title: story.title, rank: story.rank,
            frames: story.frames.map { [$0.x.points, $0.y.points, $0.width.points, $0.height.points] },
            file: story.place.file, line: story.place.line, excerpt: story.place.shortExcerpt, lines: story.lines,
            whiteLines: story.whiteLines, oversetLines: story.oversetLines, headlineSize: story.headlineSize,
            continuesOn: story.continuesOn, continuedFrom: story.continuedFrom)
    }
}

extension PreviewState.Story {
    /// The story with a path relative to the edition's folder.
    func relative(to folder: String) -> Self {
        var story = self
        story.file = file.relative(to: folder)
        return story
    }
}

extension PreviewState.Problem {
    /// The problem with all paths relative to the edition's folder.
    func relative(to folder: String) -> Self {
        var problem = self
        problem.file = file?.relative(to: folder)
        problem.message = message.relative(to: folder)
        problem.hints = hints.map { $0.relative(to: folder) }
        return problem
    }
}

extension String {
    /// The text with the paths of files in a folder relative to it. Those in “.” and “..” are relative already.
    fileprivate func relative(to folder: String) -> String {
        folder.hasSuffix(".") ? self : replacing(folder + "/", with: "")
    }
}
