public import Diagnostics

/// Reads a story written in Markdown, with what is said about it in front:
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
/// `##` makes a subhead, two on neighbouring lines one of two lines; `>` a pull quote; `**…**` bold; `*…*` emphasis
/// dots; a line that ends with a backslash breaks there. Links are printed as their text. A file holds one story.
public struct MarkdownReader: Sendable {
    public init() {}

    /// - Throws: `DiagnosticsError` with everything that is wrong, when anything is.
    public func read(_ source: SourceText) throws -> Reported<Article> {
        let reporter = Reporter()
        let front = try FrontMatter(source, reporter)
        let text = source.lines[front.lineCount...].joined(separator: "\n")
        var body = MarkdownBody(source: source, lineOffset: front.lineCount, reporter: reporter)
        body.read(MarkdownTree(parsing: text).blocks)

        let title = front.title ?? body.title?.text
        if title == nil {
            reporter.error(
                at: front.titlePlace, "the story has no title",
                hints: "write “title: …” between two lines of “---” at the top", "title: \"\" says that it has none")
        } else if front.title != nil, let second = body.title {
            reporter.error(
                at: second.place, "the story has a title already",
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
