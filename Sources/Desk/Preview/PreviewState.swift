internal import FoundationEssentials

/// All that the browser shows beside the pages' pictures, as it is sent there. Lengths are points of the page, from the
/// trimmed sheet's top left corner.
struct PreviewState: Hashable, Encodable, Sendable {
    /// Counts the states; the browser draws the newest.
    var revision = 0
    /// The edition's name, and the path that it was opened by.
    var title = ""
    var edition: String
    /// The folder that files of the edition are named from; empty until it has been read.
    var folder = ""
    /// Whether the newest copy could not be made into pages: those of the copy before are shown.
    var isBroken = false
    var problems: [Problem] = []
    var pages: [Page] = []
    /// Seconds by phase of the last making.
    var phases: [Phase] = []

    struct Page: Hashable, Encodable, Sendable {
        var number: Int
        /// The second of a spread's two numbers.
        var last: Int?
        var section: String?
        var width: Double
        var height: Double
        /// The picture's number, and that of the page before the last save that changed it.
        var picture: Int
        var before: Int?
        /// Lines left white, of all that the page has beside its furniture.
        var whiteLines: Int
        var columnLines: Int
        var stories: [Story]
    }

    struct Story: Hashable, Encodable, Sendable {
        var id: String
        var title: String
        var rank: Int
        /// x, y, width and height of each rectangle that it covers.
        var frames: [[Double]]
        var file: String
        /// From 1; 0 when the whole file is meant.
        var line: Int
        /// The line itself.
        var excerpt: String?
        var lines: Int
        var whiteLines: Int
        var oversetLines: Int
        var headlineSize: Double?
        var continuesOn: Int?
        var continuedFrom: Int?
    }

    /// A diagnostic, and where on the pages it is seen.
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

    /// On one line, as server-sent events need it.
    var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        // Nothing in a state is what JSON cannot say.
        return String(decoding: try! encoder.encode(self), as: UTF8.self)
    }
}
