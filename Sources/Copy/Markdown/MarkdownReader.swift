public import Diagnostics

/// Reads a story in Markdown with YAML front matter:
///
///     ---
///     title: 让老街重新热起来
///     deck: ——城关镇更新记
///     byline: 本报记者 甲乙
///     rank: 1
///     photos:
///       - file: street.jpg
///         caption: 老街夜景
///         credit: 甲乙 摄
///         focus: [0.5, 0.4]
///         after: 3
///     ---
///     清晨，老街醒了。
///
///     ## 旧貌换新颜
///     ## 三年三个样
///
///     三年前，这里还是一片**棚户**。
///
/// `##` is a subhead, and two consecutive lines of them are one subhead of two lines; `>` is a pull quote; `**…**` is
/// bold, and `*…*` has emphasis dots. A backslash at the end of a line is a line break. Links are printed as their
/// text. A file contains one story.
public struct MarkdownReader: Sendable {
    /// Creates a reader.
    public init() {}

    /// Reads the story of a file. Its id is the file's name without its extension.
    ///
    /// - Parameter given: the title, if it is not in the file.
    /// - Throws: `DiagnosticsError` with all errors of the file.
    public func read(_ source: SourceText, title given: String? = nil) throws -> Reported<Article> {
        let reporter = Reporter()
        let front = try FrontMatter(source, reporter)
        let text = source.lines[front.lineCount...].joined(separator: "\n")
        var body = MarkdownBody(source: source, lineOffset: front.lineCount, reporter: reporter)
        do {
            body.read(try MarkdownTree(parsing: text).blocks)
        } catch {
            throw DiagnosticsError([
                .error(
                    at: body.place(line: error.line, byte: error.column),
                    "quotations, lists and marked words are inside each other more than \(MarkdownTree.mostLevels) levels deep",
                    hints: "write “\\>”, “\\-” or “\\*” for a mark that is to be printed")
            ])
        }

        let title = given ?? front.title ?? body.title?.text
        if title == nil {
            reporter.error(
                at: front.titlePlace, "the story has no title",
                hints: "write “title: …” between two lines of “---” at the top", "write “title: \"\"” if it has none")
        } else if (given ?? front.title) != nil, let second = body.title {
            reporter.error(
                at: second.place, "the story already has a title",
                hints: "write “##” for a subhead", "put another story into a file of its own")
        }
        let blocks = ListRule.apply(to: body.blocks)
        for photo in front.photos where photo.after > blocks.count {
            reporter.warning(
                at: photo.place, "“after” is \(photo.after), but the story has \(blocks.count) paragraphs and subheads",
                hints: "the photo is placed at the end")
        }
        if reporter.diagnostics.hasErrors { throw DiagnosticsError(reporter.diagnostics) }
        return Reported(
            Article(
                id: source.file.fileStem, title: title ?? "", kicker: front.kicker, deck: front.deck,
                byline: front.byline, rank: front.rank, section: front.section, jump: front.jump, body: blocks,
                photos: front.photos, place: front.titlePlace),
            reporter.diagnostics)
    }
}
