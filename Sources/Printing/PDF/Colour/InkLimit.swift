public import Diagnostics
public import Pages

/// The total ink coverage that newsprint takes: the sum of cyan, magenta, yellow and black.
///
/// Ink beyond the limit does not dry before the next sheet lies on it. ISO 12647-3 gives 240 % for coldset on newsprint.
public enum InkLimit {
    /// The limit as a sum of inks, each 0…1.
    public static let total = 2.4
    /// The share of a photo's area that may exceed the limit. Small specks do no harm.
    private static let toleratedShare = 0.01

    /// A warning for each colour of the pages and each CMYK photo that exceeds the limit.
    public static func diagnostics(of document: Document) -> [Diagnostic] {
        document.pages.flatMap(diagnostics(ofColoursOn:)) + PhotoUse.all(on: document.pages).compactMap(diagnostic(of:))
    }

    private static func diagnostics(ofColoursOn page: Page) -> [Diagnostic] {
        var percentages: Set<Int> = []
        for ink in page.inks where ink.press.total > total + 0.001 {
            percentages.insert(Int((ink.press.total * 100).rounded()))
        }
        return percentages.sorted().map { percentage in
            .warning(
                at: nil,
                "page \(page.number): a colour has \(percentage) % ink, newsprint takes \(percent(total))",
                hints: "reduce its cyan, magenta and yellow, or replace them by black, under “colours” of the layout")
        }
    }

    private static func diagnostic(of use: PhotoUse) -> Diagnostic? {
        // An eighth of the photo's size is enough to measure its coverage.
        guard let photo = try? PhotoFile(reading: use.file), photo.isFourInks, let jpeg = try? photo.jpegData(),
            let pixels = try? JPEGCodec.pixels(of: jpeg.bytes, photo, eighths: 1)
        else { return nil }
        let limit = Int(total * 255)
        var exceeding = 0
        for pixel in 0..<pixels.width * pixels.height {
            let sum = pixels.bytes[4 * pixel..<4 * pixel + 4].reduce(0) { $0 + Int($1) }
            if (photo.hasInvertedInks ? 4 * 255 - sum : sum) > limit { exceeding += 1 }
        }
        let share = Double(exceeding) / Double(max(1, pixels.width * pixels.height))
        guard share > toleratedShare else { return nil }
        return .warning(
            at: SourcePlace(file: use.file),
            "the photo has more than \(percent(total)) ink on \(percent(share)) of its area",
            hints: "save it as RGB, or separate it again for newsprint")
    }

    private static func percent(_ share: Double) -> String { "\(Int((share * 100).rounded())) %" }
}

extension Ink.CMYK {
    /// The sum of the four inks, 0…4.
    public var total: Double { cyan + magenta + yellow + black }
}
