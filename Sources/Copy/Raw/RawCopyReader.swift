public import Diagnostics

/// Reads raw copy: the text export of another system, with nothing in it but lines.
///
/// What is a title, where a caption stood, which paragraphs an old column's end cut in two — all that was to be seen
/// on the page and is gone from the text. It is found again by form alone: how long a line is, how it stops, what it
/// begins with, how much white is before it, what follows it. No words of any paper are known here but those of the
/// trade: 记者, 摄, 本报讯.
///
/// What stays uncertain is reported as a warning at its place; nothing is lost in silence.
///
///     let stories = RawCopyReader().read(source)
///     stories.value[0].title
public struct RawCopyReader: Sendable {
    public init() {}

    /// The copy's stories in order. Their ids are the file's name and a number: front-1, front-2.
    public func read(_ source: SourceText) -> Reported<[Article]> {
        let reporter = Reporter()

        // What stands in each line, and what this copy does as a rule.
        let lines = lines(of: source)
        guard !lines.isEmpty else {
            reporter.warning(
                at: SourcePlace(file: source.file), "there is no copy in this file",
                hints: "it holds nothing but blank lines")
            return Reported([], reporter.diagnostics)
        }
        var habits = CopyHabits(lines)

        // What each line is.
        let read = LineClassifier(lines, habits: habits).readLines()
        habits.learn(from: read)

        // Which lines make a story, and which stories are there twice.
        var assembler = StoryAssembler(read, habits: habits, source: source, reporter: reporter)
        let stories = RepeatedPiece.leftOut(of: assembler.assemble(), reporter)

        let stem = source.file.fileStem
        return Reported(
            stories.enumerated().map { $1.article(id: "\(stem)-\($0 + 1)") }, reporter.diagnostics)
    }

    private func lines(of source: SourceText) -> [RawLine] {
        var lines: [RawLine] = []
        var gap = 0
        for (index, text) in source.lines.enumerated() {
            if let line = RawLine(text, number: index + 1, gap: gap), !isOrnament(line) {
                lines.append(line)
                gap = 0
            } else {
                gap += 1
            }
        }
        return lines
    }

    /// A row of stars or dashes parts stories as white does.
    private func isOrnament(_ line: RawLine) -> Bool {
        let first = line.scalars.first!
        return line.scalars.count >= 3 && !first.properties.isAlphabetic && !first.isDigit && first != "…"
            && first != "."
            && line.scalars.allSatisfy { $0 == first || $0.isBlank }
    }
}

extension String {
    /// A path's last part without its ending.
    var fileStem: String {
        let name = fileName
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
