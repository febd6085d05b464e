public import Diagnostics
public import Pages

/// How much ink newsprint takes: cyan, magenta, yellow and black together.
///
/// More does not dry before the next sheet lies on it. ISO 12647-3, for coldset on newsprint, has 240 %.
public enum InkLimit {
    public static let total = 2.4
    /// Specks beyond the limit do no harm: so much of a photo may be.
    private static let harmless = 0.01

    /// A warning for each colour of the pages and for each photo in four inks that is beyond the limit.
    public static func diagnostics(of document: Document) -> [Diagnostic] {
        document.pages.flatMap(colours) + PhotoUse.all(on: document.pages).compactMap(photo)
    }

    private static func colours(of page: Page) -> [Diagnostic] {
        var sums: Set<Int> = []
        for ink in page.inks where ink.press.total > total + 0.001 {
            sums.insert(Int((ink.press.total * 100).rounded()))
        }
        return sums.sorted().map { sum in
            .warning(
                at: nil, "page \(page.number): a colour takes \(sum) % of ink, newsprint \(percent(total))",
                hints: "give it less of the three colours, or more black in their place, under “colours” of the layout")
        }
    }

    private static func photo(_ use: PhotoUse) -> Diagnostic? {
        guard let photo = try? PhotoFile(reading: use.file), photo.isFourInks, let jpeg = try? photo.wholeJPEG(),
            let inks = try? JPEGCodec.inks(of: jpeg, eighths: 1)
        else { return nil }
        // An eighth of the picture's size is enough to see how much ink is where.
        let limit = Int(total * 255)
        var beyond = 0
        for pixel in 0..<inks.width * inks.height {
            let sum = inks.bytes[4 * pixel..<4 * pixel + 4].reduce(0) { $0 + Int($1) }
            if (photo.hasInvertedInks ? 4 * 255 - sum : sum) > limit { beyond += 1 }
        }
        let share = Double(beyond) / Double(max(1, inks.width * inks.height))
        guard share > harmless else { return nil }
        return .warning(
            at: SourcePlace(file: use.file),
            "the photo takes more than \(percent(total)) of ink on \(percent(share)) of its area",
            hints: "save it as RGB, or part it anew for newsprint")
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension Ink.CMYK {
    /// All four inks together, 0…4.
    public var total: Double { cyan + magenta + yellow + black }
}
