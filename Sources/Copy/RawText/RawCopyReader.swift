public import Diagnostics

/// Reads raw copy: plain text exported from another system, without markup.
///
/// The text does not mark titles, captions and stories, and the end of a column may have cut a paragraph in two. The
/// reader recognises them by form alone: a line's length, its ending, its beginning, the blank lines before it, and the
/// lines after it. It knows words that all newspapers use (记者, 摄, 本报讯), but none of a particular paper.
///
/// Each uncertain decision is reported as a warning at its place. No text is dropped without a warning.
///
///     let stories = RawCopyReader().read(source)
///     stories.value[0].title
public struct RawCopyReader: Sendable {
    /// Creates a reader.
    public init() {}

    /// Reads the stories of a text, in order. Their ids are the file's name without its extension, and a number:
    /// front-1, front-2.
    ///
    /// - Parameter source: the decoded copy, with the name of its file.
    /// - Returns: the stories, and a warning for each uncertain decision. Reading never fails: text without any story
    ///   is reported, too.
    public func read(_ source: SourceText) -> Reported<[Article]> {
        let reporter = Reporter()

        // The lines, and the conventions of this copy.
        let lines = lines(of: source)
        guard !lines.isEmpty else {
            reporter.warning(
                at: SourcePlace(file: source.file), "this file contains no copy",
                hints: "it has only blank lines")
            return Reported([], reporter.diagnostics)
        }
        var conventions = CopyConventions(lines)

        // The role of each line.
        let classified = LineClassifier(lines, conventions: conventions).classify()
        conventions.detectStoryGaps(in: classified)

        // Lines to stories, without duplicates.
        var assembler = StoryAssembler(classified, conventions: conventions, source: source, reporter: reporter)
        let stories = DuplicateStories.removing(from: assembler.assemble(), reporter)

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

    /// Whether the line is a row of stars or dashes, which separates stories like blank lines.
    private func isOrnament(_ line: RawLine) -> Bool {
        let first = line.scalars.first!
        return line.scalars.count >= 3 && !first.properties.isAlphabetic && !first.isDigit && first != "…"
            && first != "."
            && line.scalars.allSatisfy { $0 == first || $0.isBlank }
    }
}
