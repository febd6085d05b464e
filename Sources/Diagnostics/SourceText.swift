/// A text that somebody wrote, with the name of its file: what places and carets refer to.
public struct SourceText: Hashable, Sendable {
    /// The file as the user named it.
    public let file: String
    /// The lines without their ends (LF, CR LF or CR).
    public let lines: [String]

    public init(file: String, text: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    /// - Parameter lines: lines without their ends.
    public init(file: String, lines: [String]) {
        self.file = file
        self.lines = lines
    }

    /// The place of a line and column, both counted from 1, the column in characters.
    public func place(line: Int, column: Int = 1) -> SourcePlace {
        SourcePlace(
            file: file, line: line, column: column,
            excerpt: lines.indices.contains(line - 1) ? lines[line - 1] : nil)
    }
}

/// Where in what the user wrote: file, line and column.
public struct SourcePlace: Hashable, Sendable {
    public var file: String
    /// From 1; 0 when the whole file is meant.
    public var line: Int
    /// From 1, in characters; 0 when the whole line is meant.
    public var column: Int
    /// The line itself, for the message's caret.
    public var excerpt: String?

    public init(file: String, line: Int = 0, column: Int = 0, excerpt: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
    }
}
