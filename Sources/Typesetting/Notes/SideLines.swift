internal import Pages

/// Lines along names (专名号) and titles (甲式书名号), CLREQ 5.6.1: one for each name, as long as its text with the gaps
/// that the line opens. Where two lines meet, both are shortened, so that two names do not look like one. All sizes are in
/// em.
enum SideLines {
    /// From the em box to the line's middle: close to the characters, but clear of them.
    static let distance = 0.09
    static let thickness = 0.045
    /// By how much each of two neighbouring lines is shortened, at most an eighth.
    static let shortened = 0.1
    /// From crest to crest of a title's line, and from its middle to a crest.
    static let waveLength = 0.5
    static let waveHeight = 0.05
}

extension LineMarks {
    /// The lines along names and titles, and mourning frames.
    var sideLines: [Item] {
        var items: [Item] = []
        var start = cells.startIndex
        while start < cells.endIndex {
            let span = cells[start].span
            let end = cells[start...].firstIndex { $0.span != span } ?? cells.endIndex
            switch shaped.spans[span].line {
            case .none: break
            case .frame: items.append(.box(frame(round: start..<end)))
            case .name, .title: items.append(.rule(line(start..<end, shaped.spans[span].line)))
            }
            start = end
        }
        return items
    }

    /// The em from the line's start to the beginning and the end of a range of cells, without spaces at their end.
    func extent(of range: Range<Int>) -> (start: Double, end: Double) {
        let first = range.lowerBound
        var last = range.upperBound - 1
        while last > first, cells[last].kind == .space { last -= 1 }
        return (x(of: first), x(of: last) + width(of: last))
    }

    private func line(_ range: Range<Int>, _ kind: SideLine) -> Rule {
        var (start, end) = extent(of: range)
        if isMarked(range.lowerBound - 1) { start += SideLines.shortened }
        if isMarked(range.upperBound) { end -= SideLines.shortened }
        let wave = Rule.Wave(length: em * SideLines.waveLength, height: em * SideLines.waveHeight)
        return Rule(
            from: axis.point(along: start, off: SideLines.distance, .after, em: em),
            to: axis.point(along: end, off: SideLines.distance, .after, em: em),
            thickness: em * SideLines.thickness, ink: ink, wave: kind == .title ? wave : nil)
    }

    /// Whether a cell of this line has a line along it.
    private func isMarked(_ cell: Int) -> Bool {
        cells.indices.contains(cell) && shaped.spans[cells[cell].span].line != .none
    }
}

/// The frame round the name of a person who has died (示亡号, GB/T 15834 and CLREQ 5.1.1): a thin rectangle close round the
/// name's characters. A name that is divided at a line's end has a frame on each line. All sizes are in em.
enum MourningFrames {
    /// From the em boxes to the frame, across the line and along it. Along the line it is half as far, so that the frame
    /// stays clear of the neighbouring characters.
    static let across = 0.06
    static let along = 0.03
    static let thickness = 0.045
}

extension LineMarks {
    func frame(round range: Range<Int>) -> Box {
        let (start, end) = extent(of: range)
        let one = axis.point(along: start - MourningFrames.along, off: MourningFrames.across, .before, em: em)
        let two = axis.point(along: end + MourningFrames.along, off: MourningFrames.across, .after, em: em)
        let x = min(one.x, two.x), y = min(one.y, two.y)
        return Box(
            rect: Rect(x: x, y: y, width: max(one.x, two.x) - x, height: max(one.y, two.y) - y),
            frame: Box.Frame(thickness: em * MourningFrames.thickness, ink: ink))
    }
}
