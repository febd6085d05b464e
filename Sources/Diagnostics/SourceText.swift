/// The text of a file, divided into lines, and the file's name, for places in messages.
public struct SourceText: Hashable, Sendable {
    /// The file's path as the user wrote it.
    public let file: String
    /// The lines without their ends (LF, CR LF or CR).
    public let lines: [String]

    /// Divides a text into lines.
    public init(file: String, text: String) {
        self.file = file
        lines = text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map(String.init)
    }

    /// Creates a text from lines without their ends.
    public init(file: String, lines: [String]) {
        self.file = file
        self.lines = lines
    }

    /// The place of a line and column, both from 1; the column counts characters. The excerpt is nil for a line that
    /// does not exist.
    public func place(line: Int, column: Int = 1) -> SourcePlace {
        SourcePlace(
            file: file, line: line, column: column,
            excerpt: lines.indices.contains(line - 1) ? lines[line - 1] : nil)
    }
}

/// A place in a file: line and column.
public struct SourcePlace: Hashable, Sendable {
    /// The file's path as the user wrote it.
    public var file: String
    /// The line, from 1; 0 for the whole file.
    public var line: Int
    /// The column, from 1, in characters; 0 for the whole line.
    public var column: Int
    /// The text of the line, which messages show with a caret; nil if unknown.
    public var excerpt: String?

    /// Creates a place.
    public init(file: String, line: Int = 0, column: Int = 0, excerpt: String? = nil) {
        self.file = file
        self.line = line
        self.column = column
        self.excerpt = excerpt
    }
}

extension SourcePlace {
    /// Hashes what tells places apart. The excerpt follows from them, and may have a million characters.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(file)
        hasher.combine(line)
        hasher.combine(column)
    }
}
