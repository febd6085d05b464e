public import Diagnostics
internal import MarkedYAML

/// Writes the files of an edition made from raw copy: a Markdown file for each story, and edition.yaml.
///
///     let copy = RawCopyReader().read(source)
///     for file in EditionWriter(layout: "broadsheet-front").files(for: copy, readFrom: source.file) { … }
///
/// Reading them back gives the stories that reading the raw copy gives. What was guessed stands in the files as
/// comments: beside its story, or in edition.yaml when it concerns none.
public struct EditionWriter: Sendable {
    /// A file to be written, its path counted from the edition's folder.
    public struct File: Hashable, Sendable {
        public var path: String
        public var text: String

        public init(path: String, text: String) {
            self.path = path
            self.text = text
        }
    }

    /// The layout of the page.
    public var layout: String

    public init(layout: String = "broadsheet-front") { self.layout = layout }

    /// - Parameter file: the raw copy's name, for the comments.
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

    /// The lines of the raw copy that a story's pieces begin on.
    private static func lines(of story: Article) -> ClosedRange<Int> {
        let lines = [story.place.line] + story.body.map(\.place.line) + story.photos.map(\.place.line)
        return lines.min()!...lines.max()!
    }

    private func edition(_ stories: [Article], _ remarks: [Diagnostic], _ file: String) -> String {
        var lines = ["# Made from \(file.fileName). Fill in what is empty."]
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
            let title = story.title.split(separator: "\n").joined(separator: " ")
            lines.append("      - copy/\(story.id).md" + (title.isEmpty ? "" : "  # " + title))
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

extension Block {
    /// Where the block begins in what the newsroom handed in.
    var place: SourcePlace {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph), .listItem(_, let paragraph): paragraph.place
        case .subhead(_, let place): place
        }
    }
}
