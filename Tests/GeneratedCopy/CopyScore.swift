public import Copy
public import Diagnostics

/// How much of generated copy a reader found again, and how much of what it found is true: precision and recall of each
/// kind of thing that raw copy does not say.
public struct CopyScore: Sendable {
    public enum Kind: String, CaseIterable, Sendable {
        case titles, joins, captions, credits, subheads, bylines, decks, kickers, items
        case kept = "kept lines"
    }

    public struct Count: Hashable, Sendable {
        public var hits = 0, missed = 0, invented = 0
        /// Those of the missed and the invented that stand on a line which the reader called uncertain.
        public var missedAndSaid = 0, inventedAndSaid = 0

        public var precision: Double { Self.share(of: hits, besides: invented) }
        public var recall: Double { Self.share(of: hits, besides: missed) }
        /// Where the form tells: what the reader says that it guessed is left out.
        public var surePrecision: Double { Self.share(of: hits, besides: invented - inventedAndSaid) }
        public var sureRecall: Double { Self.share(of: hits, besides: missed - missedAndSaid) }

        private static func share(of hits: Int, besides others: Int) -> Double {
            hits + others == 0 ? 1 : Double(hits) / Double(hits + others)
        }
    }

    /// Pages, and the guesses that the reader called its own.
    public private(set) var pages = 0, guesses = 0
    public private(set) var counts: [Kind: Count] = [:]
    /// What was missed and what was invented, in words.
    public private(set) var faults: [String] = []

    public init() {}

    public subscript(kind: Kind) -> Count { counts[kind] ?? Count() }

    public mutating func add(_ copy: GeneratedCopy, read: Reported<[Article]>) {
        let truth = copy.stories, articles = read.value
        pages += 1
        guesses += read.diagnostics.count
        uncertain = Set(read.diagnostics.compactMap(\.place?.line)).map { Self.bare(copy.source.lines[$0 - 1]) }
        compare(.titles, truth.map { $0.title.joined() }, articles.map { Self.bare($0.title) }, copy)
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

    /// The lines of the copy at hand that the reader called uncertain.
    private var uncertain: [String] = []

    private func isSaid(_ text: String) -> Bool {
        // A title of two lines is called by the first, a subhead by each of its own.
        let parts = text.split(separator: "/").map(String.init)
        return uncertain.contains { line in
            parts.contains { line.hasPrefix($0.prefix(6)) || $0.hasPrefix(line) || $0.hasSuffix(line) }
        }
    }

    /// Each seam between two neighbouring pieces of text: is it one paragraph, and was it taken for one?
    private mutating func addJoins(_ blocks: [TrueStory.Block], _ read: [Block], _ copy: GeneratedCopy) {
        var pieces: [(text: String, paragraph: Int)] = []
        for (index, block) in blocks.enumerated() {
            if case .paragraph(let parts) = block { pieces += parts.map { (Self.bare($0), index) } }
        }
        let paragraphs = read.compactMap { block -> String? in
            if case .paragraph(let paragraph) = block { Self.bare(paragraph.text) } else { nil }
        }
        for (a, b) in zip(pieces, pieces.dropFirst()) {
            let isOne = a.paragraph == b.paragraph, isTaken = paragraphs.contains { $0.contains(a.text + b.text) }
            if isOne && isTaken { counts[.joins, default: Count()].hits += 1 }
            if isOne && !isTaken {
                counts[.joins, default: Count()].missed += 1
                if isSaid(a.text) || isSaid(b.text) { counts[.joins]!.missedAndSaid += 1 }
                faults.append("\(copy): joins: missed “\(a.text.suffix(12))|\(b.text.prefix(12))”")
            }
            if !isOne && isTaken {
                counts[.joins, default: Count()].invented += 1
                if isSaid(b.text) { counts[.joins]!.inventedAndSaid += 1 }
                faults.append("\(copy): joins: invented “\(a.text.suffix(12))|\(b.text.prefix(12))”")
            }
        }
    }

    private mutating func compare(_ kind: Kind, _ truth: [String], _ found: [String], _ copy: GeneratedCopy) {
        var left = found.map(Self.bare)
        for wanted in truth.map(Self.bare) {
            if let index = left.firstIndex(of: wanted) {
                left.remove(at: index)
                counts[kind, default: Count()].hits += 1
            } else {
                counts[kind, default: Count()].missed += 1
                if isSaid(wanted) { counts[kind]!.missedAndSaid += 1 }
                faults.append("\(copy): \(kind.rawValue): missed “\(wanted)” \(isSaid(wanted) ? "said" : "SILENT")")
            }
        }
        counts[kind, default: Count()].invented += left.count
        counts[kind]!.inventedAndSaid += left.count(where: isSaid)
        faults += left.map { "\(copy): \(kind.rawValue): invented “\($0)” \(isSaid($0) ? "said" : "SILENT")" }
    }

    /// Blanks differ between what is written and what is read.
    private static func bare(_ text: String) -> String { text.filter { !$0.isWhitespace } }

    /// A line for each kind: how many there are, precision and recall in thousandths.
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
                + column(thousandths(count.surePrecision), 12) + column(thousandths(count.sureRecall), 9)
        }
        let heads = [
            "\(pages) pages, \(guesses) guesses that the reader tells of; left out of the last two columns",
            "what        there   precision   recall   precision   recall",
        ]
        return (heads + lines).map { $0 + "\n" }.joined()
    }
}

extension TrueStory.Block {
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
    /// Lines that stand as they were: of verse all, and of other text none.
    fileprivate var kept: [String] {
        guard case .paragraph(let paragraph) = self else { return [] }
        let lines = paragraph.text.split(separator: "\n").map(String.init)
        return lines.count > 1 ? lines : []
    }
}
