import Foundation

/// The words of a finished PDF with their places, extracted by another program (poppler).
public struct PrintedWords: Sendable {
    public struct Word: Sendable {
        public var text: String
        /// The distances from the page's left edge and from its top.
        public var left, top, right, foot: Double
    }

    public struct Page: Sendable {
        public var height: Double
        public var words: [Word]
    }

    public var pages: [Page] = []

    public init(_ pdf: [UInt8]) throws {
        let folder = try TemporaryFolder()
        try folder.write(pdf, to: "file.pdf")
        let run = try ProgramRun("/usr/bin/pdftotext", ["-bbox", "file.pdf", "words.html"], in: folder.path)
        guard run.status == 0 else { fatalError("pdftotext: \(run.errors)") }
        for line in try folder.text(of: "words.html").split(separator: "\n") {
            let numbers = line.matches(of: #/="([0-9.-]+)"/#).compactMap { Double($0.1) }
            if line.contains("<page "), numbers.count == 2 {
                pages.append(Page(height: numbers[1], words: []))
            } else if let words = line.firstMatch(of: #/<word [^>]*>(.*)<\/word>/#), numbers.count == 4 {
                pages[pages.count - 1].words.append(
                    Word(
                        text: String(words.1), left: numbers[0], top: numbers[1], right: numbers[2], foot: numbers[3]))
            }
        }
    }

    /// The text of a page, without blanks.
    public func text(ofPage page: Int) -> String { Self.solid(pages[page].words.map(\.text).joined()) }

    /// The text of a page to the right of a point and below it, without blanks. `y` counts from the page's foot, as in
    /// links.
    public func text(ofPage page: Int, from x: Double, _ y: Double) -> String {
        let page = pages[page]
        // A word's box has the height of the font, which is more than its em, so the middle of the box counts.
        let words = page.words.filter { $0.left >= x - 1 && ($0.top + $0.foot) / 2 >= page.height - y }
        return Self.solid(words.map(\.text).joined())
    }

    public static func solid(_ text: String) -> String { text.filter { !$0.isWhitespace } }
}
