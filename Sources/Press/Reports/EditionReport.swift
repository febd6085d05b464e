internal import FoundationEssentials
public import Makeup

/// The report about an edition's pages: for an editor in words, for a program as JSON.
public struct EditionReport: Hashable, Encodable, Sendable {
    public var pages: [PageReport]
    /// The phases that concern all pages together, such as printing, in seconds.
    public var phases: [PageReport.Phase]

    public init(pages: [PageReport], phases: [PageReport.Phase] = []) {
        self.pages = pages
        self.phases = phases
    }

    public mutating func add(phase name: String, since start: ContinuousClock.Instant) {
        let duration = start.duration(to: .now).components
        let seconds = Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
        phases.append(PageReport.Phase(name: name, seconds: (seconds * 10_000).rounded() / 10_000))
    }

    /// The report as JSON. Its keys are sorted, so that reports of two days can be compared line by line.
    public var json: String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // A report has no value that JSON cannot represent.
        return String(decoding: try! encoder.encode(self), as: UTF8.self) + "\n"
    }
}

extension PageReport {
    /// The report in a few lines, to be printed under the dummy.
    public var summary: String {
        var lines = ["  white \(whiteLines) of \(columnLines) lines (\(percent(whiteShare)))"]
        if emptyLines > 0 { lines[0] += ", \(emptyLines) of them in holes" }
        for pair in buttingHeads {
            let sizes = pair.sizes.map { "\(Int($0.rounded()))" }.joined(separator: " and ")
            lines.append("  headlines butt: \(pair.left) and \(pair.right), \(sizes) pt")
        }
        for cut in cuts {
            lines.append(
                "  a cut \(cut.direction) the whole page, after \(cut.direction == .across ? "row" : "column") \(cut.after)"
            )
        }
        for fault in inversions {
            lines.append(
                "  \(fault.story) \(fault.fault == .below ? "stands below" : "has a smaller headline than") \(fault.other)"
            )
        }
        for story in stories where story.legDifference > 1 {
            lines.append("  legs of \(story.id): \(story.legs.map(String.init).joined(separator: ", "))")
        }
        for story in stories {
            if let photo = story.photo, photo.cropped >= 0.005 {
                lines.append("  the photo of \(story.id) is cropped by \(percent(photo.cropped))")
            }
        }
        let terms = charges.filter { $0.cost != 0 }.map { "\($0.term) \(Self.tenths($0.cost))" }
        lines.append("  cost \(Self.tenths(cost)): " + terms.joined(separator: ", "))
        let times = phases.map { "\($0.name) \(Int(($0.seconds * 1000).rounded()))" }
        lines.append("  milliseconds: " + times.joined(separator: ", "))
        return lines.joined(separator: "\n") + "\n"
    }

    private func percent(_ share: Double) -> String { "\(Self.tenths(share * 100)) %" }
    private static func tenths(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }
}
