/// How a page of generated copy is written: what its system exported for white, indents and line ends.
public struct CopyStyle: Hashable, Sendable, CaseIterable {
    /// Blank lines between what follows each other: none at all, one, or two everywhere.
    public var gap: Int
    /// Blank lines more before a story, and where a picture stood.
    public var white: Int
    /// What paragraphs begin with.
    public var indent: String
    /// What headings begin with: exports centre them with blanks.
    public var headingIndent: String
    /// What every line ends with.
    public var end: String

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
