public import Copy
public import Diagnostics

/// The precision and recall of a reader on generated copy, for each kind of element that raw copy does not mark.
public struct CopyScore: Sendable {
    /// The kinds of elements.
    public enum Kind: String, CaseIterable, Sendable {
        case titles, joins, captions, credits, subheads, bylines, decks, kickers, items
        case kept = "kept lines"
    }

    /// The numbers of elements of one kind.
    public struct Count: Hashable, Sendable {
        /// Elements that the reader recognised, missed, and found where there are none.
        public var hits = 0, missed = 0, spurious = 0
        /// The missed and spurious elements on lines for which the reader gave a warning.
        public var missedWithWarning = 0, spuriousWithWarning = 0

        /// The share of true elements among those that the reader found, and the share that the reader found of all.
        public var precision: Double { Self.share(of: hits, and: spurious) }
        public var recall: Double { Self.share(of: hits, and: missed) }
        /// Precision and recall without the elements that have a warning.
        public var certainPrecision: Double { Self.share(of: hits, and: spurious - spuriousWithWarning) }
        public var certainRecall: Double { Self.share(of: hits, and: missed - missedWithWarning) }

        private static func share(of hits: Int, and others: Int) -> Double {
            hits + others == 0 ? 1 : Double(hits) / Double(hits + others)
        }
    }

    /// The number of pages, and of the reader's warnings.
    public private(set) var pages = 0, guesses = 0
    public private(set) var counts: [Kind: Count] = [:]
    /// The missed and spurious elements, in words.
    public private(set) var faults: [String] = []

    /// Creates an empty score.
    public init() {}

    /// The numbers of a kind.
    public subscript(kind: Kind) -> Count { counts[kind] ?? Count() }

    /// Adds the result of reading a page.
    public mutating func add(_ copy: GeneratedCopy, read: Reported<[Article]>) {
        let truth = copy.stories, articles = read.value
        pages += 1
        guesses += read.diagnostics.count
        uncertain = Set(read.diagnostics.compactMap(\.place?.line)).map {
            Self.withoutBlanks(copy.source.lines[$0 - 1])
        }
        compare(.titles, truth.map { $0.title.joined() }, articles.map { Self.withoutBlanks($0.title) }, copy)
        compare(.kickers, truth.compactMap(\.kicker), articles.compactMap(\.kicker), copy)
        compare(.decks, truth.compactMap(\.deck), articles.compactMap(\.deck), copy)
        compare(.bylines, truth.compactMap(\.byline), articles.compactMap(\.byline), copy)
        let captions = truth.flatMap(\.captions), photos = articles.flatMap(\.photos)
        compare(.captions, captions.map(\.text), photos.map(\.caption), copy)
        compare(.credits, captions.compactMap(\.credit), photos.compactMap(\.credit), copy)
        let blocks = truth.flatMap(\.blocks), found = articles.flatMap(\.body)
        compare(.subheads, blocks.compactMap(\.subhead), found.compactMap(\.subhead), copy)
        compare(.items, blocks.compactMap(\.item), found.compactMap(\.item), copy)
        compare(.kept, blocks.flatMap(\.kept), found.flatMap(\.kept), copy)
        addJoins(blocks, found, copy)
    }

    /// The lines of the current copy with warnings.
    private var uncertain: [String] = []

    private func hasWarning(_ text: String) -> Bool {
        // A title of two lines is identified by its first line, a subhead by any of its lines.
        let parts = text.split(separator: "/").map(String.init)
        return uncertain.contains { line in
            parts.contains { line.hasPrefix($0.prefix(6)) || $0.hasPrefix(line) || $0.hasSuffix(line) }
        }
    }

    /// Compares, for each pair of consecutive pieces of text, whether they are one paragraph and whether the reader
    /// joined them.
    private mutating func addJoins(_ blocks: [ExpectedStory.Block], _ read: [Block], _ copy: GeneratedCopy) {
        var pieces: [(text: String, paragraph: Int)] = []
        for (index, block) in blocks.enumerated() {
            if case .paragraph(let parts) = block { pieces += parts.map { (Self.withoutBlanks($0), index) } }
        }
        let paragraphs = read.compactMap { block -> String? in
            if case .paragraph(let paragraph) = block { Self.withoutBlanks(paragraph.text) } else { nil }
        }
        for (a, b) in zip(pieces, pieces.dropFirst()) {
            let isOne = a.paragraph == b.paragraph, isTaken = paragraphs.contains { $0.contains(a.text + b.text) }
            if isOne && isTaken { counts[.joins, default: Count()].hits += 1 }
            if isOne && !isTaken {
                counts[.joins, default: Count()].missed += 1
                if hasWarning(a.text) || hasWarning(b.text) { counts[.joins]!.missedWithWarning += 1 }
                faults.append("\(copy): joins: missed “\(a.text.suffix(12))|\(b.text.prefix(12))”")
            }
            if !isOne && isTaken {
                counts[.joins, default: Count()].spurious += 1
                if hasWarning(b.text) { counts[.joins]!.spuriousWithWarning += 1 }
                faults.append("\(copy): joins: spurious “\(a.text.suffix(12))|\(b.text.prefix(12))”")
            }
        }
    }

    private mutating func compare(_ kind: Kind, _ truth: [String], _ found: [String], _ copy: GeneratedCopy) {
        var remaining = found.map(Self.withoutBlanks)
        for expected in truth.map(Self.withoutBlanks) {
            if let index = remaining.firstIndex(of: expected) {
                remaining.remove(at: index)
                counts[kind, default: Count()].hits += 1
            } else {
                counts[kind, default: Count()].missed += 1
                if hasWarning(expected) { counts[kind]!.missedWithWarning += 1 }
                faults.append(
                    "\(copy): \(kind.rawValue): missed “\(expected)” \(hasWarning(expected) ? "with a warning" : "WITHOUT A WARNING")"
                )
            }
        }
        counts[kind, default: Count()].spurious += remaining.count
        counts[kind]!.spuriousWithWarning += remaining.count(where: hasWarning)
        faults += remaining.map {
            "\(copy): \(kind.rawValue): spurious “\($0)” \(hasWarning($0) ? "with a warning" : "WITHOUT A WARNING")"
        }
    }

    /// The text without blanks, which differ between written and read text.
    private static func withoutBlanks(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// A table with a line for each kind: the number of elements, and precision and recall in thousandths.
    public var report: String {
        func thousandths(_ share: Double) -> String {
            let number = Int((share * 1000).rounded(.down))
            return number == 1000 ? "1.000" : "0." + String(1000 + number).dropFirst()
        }
        func column(_ text: String, _ width: Int) -> String {
            String(repeating: " ", count: max(0, width - text.count)) + text
        }
        let lines = Kind.allCases.map { kind in
            let count = self[kind]
            return kind.rawValue + column("\(count.hits + count.missed)", 18 - kind.rawValue.count)
                + column(thousandths(count.precision), 12) + column(thousandths(count.recall), 9)
                + column(thousandths(count.certainPrecision), 12) + column(thousandths(count.certainRecall), 9)
        }
        let heads = [
            "\(pages) pages, \(guesses) guesses with a warning; the last two columns leave them out",
            "kind        count   precision   recall   precision   recall",
        ]
        return (heads + lines).map { $0 + "\n" }.joined()
    }
}

extension ExpectedStory.Block {
    fileprivate var subhead: String? {
        if case .subhead(let lines) = self { lines.joined(separator: "/") } else { nil }
    }
    fileprivate var item: String? { if case .item(let text) = self { text } else { nil } }
    fileprivate var kept: [String] { if case .lines(let lines) = self { lines } else { [] } }
}

extension Block {
    fileprivate var subhead: String? {
        if case .subhead(let lines, _) = self { lines.joined(separator: "/") } else { nil }
    }
    fileprivate var item: String? {
        if case .listItem(let marker, let paragraph) = self { marker + paragraph.text } else { nil }
    }
    /// The lines of a paragraph with line breaks, such as verse.
    fileprivate var kept: [String] {
        guard case .paragraph(let paragraph) = self else { return [] }
        let lines = paragraph.text.split(separator: "\n").map(String.init)
        return lines.count > 1 ? lines : []
    }
}
