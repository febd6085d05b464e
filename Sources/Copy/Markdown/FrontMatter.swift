internal import Diagnostics
internal import MarkedYAML

/// The keys at the top of a Markdown story, between two lines of three dashes.
struct FrontMatter {
    var title: String?
    var titlePlace: SourcePlace
    var kicker: String?
    var deck: String?
    var byline: String?
    var rank: Int?
    var section: String?
    var jump: Int?
    var photos: [Photo] = []
    /// Lines of the file up to and with the closing dashes.
    var lineCount: Int

    /// A story of a lower rank than this would be the last on any page.
    private static let ranks = 1...99
    private static let pages = 1...999

    /// - Throws: `DiagnosticsError` when the front matter is no YAML at all; wrong values are reported.
    init(_ source: SourceText, _ reporter: Reporter) throws {
        titlePlace = source.place(line: 1)
        lineCount = 0
        guard source.lines.first.map(Self.isFence) ?? false else { return }
        guard let close = source.lines.dropFirst().firstIndex(where: { Self.isFence($0) || $0 == "..." }) else {
            throw DiagnosticsError([
                .error(
                    at: source.place(line: 1), "the keys at the top are not closed",
                    hints: "put a line of three dashes “---” under the last of them")
            ])
        }
        lineCount = close + 1
        let yaml = source.lines[1..<close].joined(separator: "\n")
        let keys = MappingReader(
            try YAMLNode(parsing: yaml, file: source.file, lineOffset: 1), as: "a story", reporter)
        title = keys.text("title")
        titlePlace = keys.keys.contains("title") ? keys.place(of: "title") : source.place(line: 1)
        kicker = keys.text("kicker")
        deck = keys.text("deck")
        byline = keys.text("byline")
        rank = keys.integer("rank", in: Self.ranks)
        section = keys.text("section")
        jump = keys.integer("jump", in: Self.pages)
        photos = keys.list("photos").map { Photo(MappingReader($0, as: "a photo", reporter)) }
        keys.finish()
    }

    private static func isFence(_ line: String) -> Bool {
        line.hasPrefix("---") && line.allSatisfy { $0 == "-" || $0 == " " || $0 == "\t" }
            && line.count { $0 == "-" } == 3
    }
}

extension Photo {
    init(_ keys: MappingReader) {
        self.init(
            file: keys.text("file"), caption: keys.text("caption") ?? "", credit: keys.text("credit"),
            after: keys.integer("after", in: 0...9999) ?? 0, focus: Focus(keys) ?? .centre, place: keys.place)
        keys.finish()
    }
}

extension Photo.Focus {
    /// `focus: [0.5, 0.4]`: shares of width and height from the top left.
    init?(_ keys: MappingReader) {
        let numbers = keys.list("focus")
        guard !numbers.isEmpty else { return nil }
        let shares = numbers.compactMap { $0.text.flatMap(Double.init) }
        guard numbers.count == 2, shares.count == 2, shares.allSatisfy({ (0...1).contains($0) }) else {
            keys.reporter.error(
                at: numbers[0].place, "“focus” has to be two numbers from 0 to 1",
                hints: "write how far from the left and from the top the point is: focus: [0.5, 0.3]")
            return nil
        }
        self.init(x: shares[0], y: shares[1])
    }
}
