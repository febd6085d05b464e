public import Diagnostics

/// A generated page of raw copy, as a system might have exported it, and its stories. Equal seeds give equal copy.
public struct GeneratedCopy: Sendable, CustomStringConvertible {
    /// The seed of its random choices.
    public let seed: Int
    /// How it is exported.
    public let style: CopyStyle
    /// The stories that a reader should recognise.
    public let stories: [ExpectedStory]
    /// The text.
    public let source: SourceText

    /// Generates a page.
    public init(seed: Int) {
        self.seed = seed
        style = CopyStyle.allCases[seed % CopyStyle.allCases.count]
        var generator = StoryGenerator(seed: seed)
        let stories = generator.stories()
        self.stories = stories
        var writer = RawCopyWriter(style: style, chance: SeededRandom(seed + 77))
        for story in stories { writer.write(story) }
        source = SourceText(file: "copy/g\(seed).txt", text: writer.text)
    }

    public var description: String { "seed \(seed) (\(style))" }
}

/// A story of generated copy, as a reader of the copy should recognise it.
public struct ExpectedStory: Hashable, Sendable {
    public var kicker: String?
    /// The lines of the title.
    public var title: [String]
    public var deck: String?
    public var byline: String?
    public var bylinePlace = BylinePlace.under
    public var blocks: [Block] = []
    public var captions: [Caption] = []

    /// The position of a byline: below the title and its deck, above the title, or after the text.
    public enum BylinePlace: Hashable, Sendable { case under, over, end }

    public enum Block: Hashable, Sendable {
        /// A paragraph, in the pieces into which column ends cut it.
        case paragraph([String])
        case subhead([String])
        /// A list item with its marker.
        case item(String)
        /// Lines whose breaks are kept: verse, or rows of a table.
        case lines([String])
    }

    public struct Caption: Hashable, Sendable {
        public var text: String
        public var credit: String?
    }
}

/// How a page of generated copy is exported: its blank lines, indents and line ends.
public struct CopyStyle: Hashable, Sendable, CaseIterable {
    /// The number of blank lines between lines.
    public var gap: Int
    /// The number of additional blank lines before a story, and where a picture was.
    public var white: Int
    /// The indent of paragraphs.
    public var indent: String
    /// The indent of headings; exports centre them with blanks.
    public var headingIndent: String
    /// The end of every line.
    public var end: String

    /// All combinations that the generator uses.
    public static let allCases: [CopyStyle] = [0, 1, 2].flatMap { gap in
        [0, 3].flatMap { white in
            [
                ("", "", "\n"), ("　　", "", "\r\n"), ("　　", "　　　　　", "　\n"), ("    ", "", " \n"), ("　　", "　　", "\n"),
            ].map {
                CopyStyle(gap: gap, white: white, indent: $0.0, headingIndent: $0.1, end: $0.2)
            }
        }
    }
}

extension CopyStyle: CustomStringConvertible {
    public var description: String {
        let indented =
            indent.isEmpty
            ? "no indents"
            : headingIndent.isEmpty ? "indents" : headingIndent == indent ? "all indented" : "centred heads"
        return "\(gap) blank, \(white) white, \(indented)"
    }
}
