@testable import Typesetting

/// Counts faults of lines by rules of its own, which are independent of the code that they check.
struct LineTally: CustomStringConvertible {
    let measure: Double
    private(set) var faults: [String] = []
    /// The em by which each justified line opens its gaps, beyond what spaces and Han–Latin gaps take.
    private(set) var openings: [Double] = []
    /// The number of lines with a gap of more than a quarter em, and of last lines of one character.
    private(set) var holes = 0
    private(set) var lone = 0

    init(measure: Double) { self.measure = measure }

    /// The opening that a share of the justified lines does not exceed.
    func opening(percentile: Double) -> Double {
        openings.isEmpty ? 0 : openings.sorted()[min(openings.count - 1, Int(Double(openings.count) * percentile))]
    }

    /// - Parameter placed: whether the glyphs' places are checked as well, which takes longer.
    mutating func add(_ lines: [ParagraphComposer.Line], _ metrics: LineMetrics, placed: Bool) {
        let cells = metrics.cells
        let before = holes
        var next = 0
        for line in lines {
            if line.start != next || line.end <= line.start { fault("characters lost or doubled", line, cells) }
            next = line.end
            checkEdges(line, cells)
            checkWidth(line, metrics)
            if placed { checkPlaces(line, metrics) }
        }
        if next != cells.count { faults.append("characters lost at a paragraph's end") }
        let isLone = lines.count > 1 && Self.characters(cells[lines.last!.start..<cells.count]) <= 1
        if isLone { lone += 1 }
        guard isLone || holes > before else { return }
        let reach = Reach(metrics, width: measure, indent: 2)
        if isLone ? reach.withoutLoneCharacter : reach.withoutHoles {
            faults.append("\(isLone ? "lone character" : "hole") at \(measure): " + Self.text(cells[...]))
        }
    }

    private mutating func checkEdges(_ line: ParagraphComposer.Line, _ cells: [Cell]) {
        let first = cells[line.start].scalar, last = cells[line.end - 1].scalar
        if line.start > 0, Self.notAtStart.contains(first) { fault("prohibited start", line, cells) }
        guard line.end < cells.count else { return }
        if Self.notAtEnd.contains(last) { fault("prohibited end", line, cells) }
        let next = cells[line.end].scalar
        if last == next, last == "—" || last == "…" { fault("divided dash or ellipsis", line, cells) }
        guard cells[line.end - 1].joint != .hyphen else { return }
        if Self.isWestern(last), Self.isWestern(next) { fault("divided word or number", line, cells) }
        if Self.isFigure(last), "%‰℃".unicodeScalars.contains(next) { fault("divided from its unit", line, cells) }
    }

    private mutating func checkWidth(_ line: ParagraphComposer.Line, _ metrics: LineMetrics) {
        let width = line.width - line.indent
        let fit = LineFit(metrics, line.start, line.end, width: width)
        if -fit.change > metrics.shrinkable(line.start, line.end) + 1e-6 {
            fault("wider than its line", line, metrics.cells)
        }
        guard !line.isLast else { return }
        let spaces = metrics.wordStretch(line.start, line.end) + metrics.hanLatinStretch(line.start, line.end)
        let rest = max(0, fit.change - spaces)
        let opening = rest / Double(max(1, metrics.stretchableGaps(line.start, line.end)))
        openings.append(opening)
        // Between Latin words, a wide space is not a hole.
        if opening > 0.25 + 1e-6, metrics.wordSpaces(line.start, line.end) == 0 { holes += 1 }
    }

    private mutating func checkPlaces(_ line: ParagraphComposer.Line, _ metrics: LineMetrics) {
        let placed = Justifier(metrics: metrics).place(line, justified: true)
        var at = line.indent - 1e-6
        for (offset, x) in placed.x.enumerated() {
            if x < at { fault("overlapping characters", line, metrics.cells) }
            at = x + metrics.cells[line.start + offset].width - 1e-6
        }
        let blank = metrics.endBlank(line.start, line.end)
        if placed.inkWidth > line.width + 1e-6 { fault("past the edge", line, metrics.cells) }
        if !line.isLast, placed.inkWidth + blank < line.width - 0.01 { fault("short of the edge", line, metrics.cells) }
    }

    private mutating func fault(_ what: String, _ line: ParagraphComposer.Line, _ cells: [Cell]) {
        faults.append("\(what) at \(measure): \(Self.text(cells[line.start..<line.end]))")
    }

    var description: String {
        "\(measure): \(openings.count) lines, opened by \(opening(percentile: 0.95)) at 95 %, \(opening(percentile: 1)) at most, "
            + "\(holes) with holes, \(lone) lone characters"
    }

    private static func characters(_ cells: ArraySlice<Cell>) -> Int {
        cells.count { $0.kind.isCharacter }
    }

    private static func text(_ cells: ArraySlice<Cell>) -> String {
        var text = String.UnicodeScalarView()
        for cell in cells { text.append(cell.scalar) }
        return String(text)
    }

    private static func isFigure(_ scalar: Unicode.Scalar) -> Bool { scalar.value >= 0x30 && scalar.value <= 0x39 }
    private static func isWestern(_ scalar: Unicode.Scalar) -> Bool {
        isFigure(scalar) || scalar.isASCII && scalar.properties.isAlphabetic
    }

    private static let notAtStart = Set("、，。．：；！？‼⁇”’）》〉】〗〕］｝」』～–·・‧/／%‰℃—".unicodeScalars).subtracting(["—"])
    private static let notAtEnd = Set("“‘（《〈【〖〔［｛「『¥￥$№".unicodeScalars)
}

/// Whether a paragraph can be set without a gap of more than a quarter em, which the optimum has to achieve then. Tries
/// every line from every place that can be reached.
struct Reach {
    private(set) var withoutHoles = false
    private(set) var withoutLoneCharacter = false

    init(_ metrics: LineMetrics, width: Double, indent: Double) {
        let count = metrics.cells.count
        var isReached = [Bool](repeating: false, count: count + 1)
        isReached[0] = true
        for start in 0..<count where isReached[start] {
            let room = width - (start == 0 ? indent : 0)
            var end = start + 1
            while end <= count {
                let fit = LineFit(metrics, start, end, width: room)
                if -fit.change > metrics.shrinkable(start, end) + 1e-9 { break }
                let spaces = metrics.wordStretch(start, end) + metrics.hanLatinStretch(start, end)
                let isFull = fit.change - spaces <= Double(metrics.stretchableGaps(start, end)) * 0.25
                if metrics.mayBreak[end], isFull || end == count {
                    isReached[end] = true
                    if end == count, metrics.cells[start...].count(where: { $0.kind.isCharacter }) > 1 {
                        withoutLoneCharacter = true
                    }
                }
                end += 1
            }
        }
        withoutHoles = isReached[count]
    }
}
