import Diagnostics
import MarkedYAML
import Pages

/// Reads `headlines`: the headline style of each rank; rank 1 is the lead.
///
///     headlines:
///       1:
///         font: hei-heavy
///         sizes: [54pt, 50pt, 46pt, 44pt]    # the largest that fits is taken
///         lines: 2                           # the most lines of the title
///         align: center
///         kicker: {font: kai, size: 20pt}    # 引题, above the title
///         deck: {font: kai, size: 22pt}      # 副题, below the title
///         above: 1                           # white rows above and below the ink
///         below: 1
///         legs: wide                         # three columns in two legs (破栏)
///
/// Sizes have to decrease within a rank, and their largest from a rank to the next: a page whose second story has a larger
/// headline than its lead has no lead.
struct HeadlineReader {
    let styles: StyleReader
    let pageWidth: Length

    func ladder(_ groups: MappingReader?) -> [HeadlineStyle] {
        let written = groups.map { ranks($0) } ?? []
        guard !written.isEmpty else {
            return (1...LayoutDefaults.rankCount).map { LayoutDefaults.headline(rank: $0, pageWidth: pageWidth) }
        }
        let ladder = written.map { headline(rank: $0.rank, $0.group) }
        for (upper, lower) in zip(zip(written, ladder), zip(written, ladder).dropFirst()) {
            guard lower.1.sizes[0] > upper.1.sizes[0] else { continue }
            lower.0.group.reporter.error(
                at: lower.0.group.node("sizes")?.place ?? lower.0.group.place,
                "the headline of rank \(lower.0.rank) begins at \(lower.1.sizes[0].inPoints), "
                    + "larger than rank \(upper.0.rank) at \(upper.1.sizes[0].inPoints)",
                hints: "a lower rank has to be the smaller; give it at most \(upper.1.sizes[0].inPoints)")
        }
        return ladder
    }

    /// The ranks in ascending order. They have to be 1, 2, 3 … without a gap.
    private func ranks(_ groups: MappingReader) -> [(rank: Int, group: MappingReader)] {
        var byRank: [Int: MappingReader] = [:]
        for key in groups.keys {
            guard let rank = Int(key), String(rank) == key, (1...20).contains(rank) else {
                groups.reporter.error(
                    at: groups.place(of: key), "“\(key)” is not a rank", hints: "ranks are 1 for the lead, then 2, 3 …")
                continue
            }
            byRank[rank] = groups.mapping(key, as: "the headline of rank \(rank)")
        }
        let ranks = byRank.keys.sorted()
        if let gap = ranks.indices.first(where: { ranks[$0] != $0 + 1 }) {
            groups.reporter.error(
                at: groups.place(of: String(ranks[gap])),
                "there is a headline of rank \(ranks[gap]) but none of rank \(gap + 1)",
                hints: "number the ranks without a gap")
        }
        return ranks.map { ($0, byRank[$0]!) }
    }

    private func headline(rank: Int, _ group: MappingReader) -> HeadlineStyle {
        var headline = LayoutDefaults.headline(rank: rank, pageWidth: pageWidth)
        let sizes = group.lengths("sizes", styles.units, atLeast: StyleReader.leastSize)
        if !sizes.isEmpty {
            headline.sizes = sizes
            let factor = headline.title.leading / headline.title.size
            headline.title.size = sizes[0]
            headline.title.leading = sizes[0] * factor
            reportRise(in: sizes, group)
        }
        headline.title = styles.style(group, over: headline.title, hasSize: true)
        headline.maxLines = group.count("lines", of: .none, in: 1...4) ?? headline.maxLines
        headline.kicker = line(group, "kicker", over: headline.kicker, "the kicker of rank \(rank)")
        headline.deck = line(group, "deck", over: headline.deck, "the deck of rank \(rank)")
        headline.rowsAbove = group.count("above", of: .row, in: 0...20) ?? headline.rowsAbove
        headline.rowsBelow = group.count("below", of: .row, in: 0...20) ?? headline.rowsBelow
        headline.legs = group.choice("legs", as: HeadlineStyle.LegWidth.self) ?? headline.legs
        group.finish()
        return headline
    }

    /// A kicker or deck. Without a leading of its own it keeps the ratio of leading to size of its default.
    private func line(_ headline: MappingReader, _ key: String, over base: TextStyle, _ title: String) -> TextStyle {
        guard let group = headline.mapping(key, as: title) else { return base }
        var style = styles.style(group, over: base)
        if group.node("leading") == nil { style.leading = style.size * (base.leading / base.size) }
        group.finish()
        return style
    }

    /// Reports the first size that is not smaller than the one before it.
    private func reportRise(in sizes: [Length], _ group: MappingReader) {
        guard let step = sizes.indices.dropFirst().first(where: { sizes[$0] >= sizes[$0 - 1] }) else { return }
        let items = group.list("sizes")
        group.reporter.error(
            at: items.indices.contains(step) ? items[step].place : group.place,
            "the sizes of a headline have to decrease, and \(sizes[step].inPoints) follows \(sizes[step - 1].inPoints)",
            hints: "write the largest first: [\(Set(sizes).sorted(by: >).map(\.inPoints).joined(separator: ", "))]")
    }
}
