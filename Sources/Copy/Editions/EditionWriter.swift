public import Diagnostics
internal import MarkedYAML

/// Writes the files of an edition from raw copy: a Markdown file for each story, and edition.yaml.
///
///     let copy = RawCopyReader().read(source)
///     for file in EditionWriter(layout: "broadsheet-front").files(for: copy, readFrom: source.file) { … }
///
/// Reading the files gives the same stories as reading the raw copy. The warnings about uncertain decisions become
/// comments in the files of their stories, or in edition.yaml if they concern none.
public struct EditionWriter: Sendable {
    /// A file to write.
    public struct File: Hashable, Sendable {
        /// The path relative to the edition's folder.
        public var path: String
        /// The contents.
        public var text: String

        /// Creates a file.
        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// The name of the page's layout.
    public var layout: String

    /// Creates a writer.
    public init(layout: String = "broadsheet-front") { self.layout = layout }

    /// The files of an edition of one page.
    ///
    /// - Parameters:
    ///   - copy: the stories and the warnings from reading them.
    ///   - file: the name of the raw copy, for the comments.
    public func files(for copy: Reported<[Article]>, readFrom file: String) -> [File] {
        var remarks = copy.diagnostics
        var files: [File] = []
        for story in copy.value {
            let lines = Self.lines(of: story)
            let own = remarks.filter { $0.place.map { lines.contains($0.line) } ?? false }
            remarks.removeAll(where: own.contains)
            files.append(File(path: "copy/\(story.id).md", text: MarkdownWriter().text(of: story, remarks: own)))
        }
        return [File(path: EditionReader.fileName, text: edition(copy.value, remarks, file))] + files
    }

    /// The range of lines of the raw copy in which the story's parts begin.
    private static func lines(of story: Article) -> ClosedRange<Int> {
        let lines = [story.place.line] + story.body.map(\.place.line) + story.photos.map(\.place.line)
        return lines.min()!...lines.max()!
    }

    private func edition(_ stories: [Article], _ remarks: [Diagnostic], _ file: String) -> String {
        var lines = ["# Made from \(YAMLScalar.inComment(file.fileName)). Fill in what is empty."]
        lines += remarks.map(\.comment)
        lines += [
            "paper:",
            "  name:",
            "date:  # as 2023-06-21",
            "issue:",
            "pages:",
            "  - layout: " + YAMLScalar.written(layout, indent: 4),
            "    section:",
            "    copy:",
        ]
        for story in stories {
            let title = YAMLScalar.inComment(story.title)
            lines.append(
                "      - " + YAMLScalar.writtenInline("copy/\(story.id).md") + (title.isEmpty ? "" : "  # " + title))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
