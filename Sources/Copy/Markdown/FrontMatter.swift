internal import Diagnostics
internal import MarkedYAML

/// The front matter of a Markdown story: YAML keys at the top, between two lines of three dashes.
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
    /// The number of lines through the closing dashes; 0 without front matter.
    var lineCount: Int

    /// The permitted ranks. A lower rank than the last would be the last story of any page, too.
    private static let ranks = 1...99
    private static let pages = 1...999

    /// Reads the front matter of a file. Wrong values are reported, not thrown.
    ///
    /// - Throws: `DiagnosticsError` if the front matter is not valid YAML.
    init(_ source: SourceText, _ reporter: Reporter) throws {
        titlePlace = source.place(line: 1)
        lineCount = 0
        guard source.lines.first.map(Self.isFence) ?? false else { return }
        guard let close = source.lines.dropFirst().firstIndex(where: { Self.isFence($0) || $0 == "..." }) else {
            throw DiagnosticsError([
                .error(
                    at: source.place(line: 1), "the keys at the top are not closed",
                    hints: "put a line of three dashes “---” below the last key")
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
    /// Reads a photo of the front matter's list `photos`.
    init(_ keys: MappingReader) {
        self.init(
            file: keys.text("file"), caption: keys.text("caption") ?? "", credit: keys.text("credit"),
            after: keys.integer("after", in: 0...9999) ?? 0, focus: Focus(keys) ?? .centre, place: keys.place)
        keys.finish()
    }
}

extension Photo.Focus {
    /// Reads the key `focus: [0.5, 0.4]`, fractions of width and height from the top left; nil if there is none.
    init?(_ keys: MappingReader) {
        let numbers = keys.list("focus")
        guard !numbers.isEmpty else { return nil }
        let shares = numbers.compactMap { $0.text.flatMap(Double.init) }
        guard numbers.count == 2, shares.count == 2, shares.allSatisfy({ (0...1).contains($0) }) else {
            keys.reporter.error(
                at: numbers[0].place, "“focus” has to be two numbers from 0 to 1",
                hints: "write the distances of the point from the left and from the top: focus: [0.5, 0.3]")
            return nil
        }
        self.init(x: shares[0], y: shares[1])
    }
}
