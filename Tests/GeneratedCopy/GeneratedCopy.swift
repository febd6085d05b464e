public import Diagnostics

/// A page of raw copy that nobody wrote, as a system might have exported it, and the stories that it was made from. The
/// same seed is the same copy.
public struct GeneratedCopy: Sendable, CustomStringConvertible {
    public let seed: Int
    public let style: CopyStyle
    public let stories: [TrueStory]
    public let source: SourceText

    public init(seed: Int) {
        self.seed = seed
        style = CopyStyle.allCases[seed % CopyStyle.allCases.count]
        var author = CopyAuthor(seed: seed)
        let stories = author.stories()
        self.stories = stories
        var writer = CopyWriter(style: style, chance: Chance(seed + 77))
        for story in stories { writer.write(story) }
        source = SourceText(file: "copy/g\(seed).txt", text: writer.text)
    }

    public var description: String { "seed \(seed) (\(style))" }
}
