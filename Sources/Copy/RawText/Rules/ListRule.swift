/// Turns numbered paragraphs into list items: two or more in a row, with markers of one shape and consecutive numbers.
/// A single numbered paragraph remains a paragraph.
enum ListRule {
    static func apply(to blocks: [Block]) -> [Block] {
        let markers = ListMarker.markers(
            of: blocks.map { block in
                switch block {
                case .paragraph(let paragraph): Array(paragraph.text.unicodeScalars)[...]
                case .listItem(let marker, let paragraph): Array((marker + paragraph.text).unicodeScalars)[...]
                default: nil
                }
            })
        guard markers.contains(where: { $0 != nil }) else { return blocks }
        return blocks.indices.map { index in
            guard case .paragraph(let paragraph) = blocks[index], let marker = markers[index],
                continues(markers, at: index)
            else { return blocks[index] }
            return .listItem(marker: marker.text, paragraph.dropping(marker))
        }
    }

    private static func continues(_ markers: [ListMarker?], at index: Int) -> Bool {
        guard let marker = markers[index] else { return false }
        if index > 0, let before = markers[index - 1], before.precedes(marker) { return true }
        if index + 1 < markers.count, let after = markers[index + 1], marker.precedes(after) { return true }
        return false
    }
}

extension Paragraph {
    /// The paragraph without its marker, with its marks shifted. Only now can a dateline be at the text's beginning.
    fileprivate func dropping(_ marker: ListMarker) -> Paragraph {
        // Markers count scalars and marks count characters: a combining character after the marker stays in the text.
        let rest = String(text.unicodeScalars.dropFirst(marker.contentStart))
        let head = text.count - rest.count
        let opening = DatelineRule.marks(in: rest)
        let datelineEnd = opening.last?.range.upperBound ?? 0
        let others = marks.compactMap { mark -> Mark? in
            guard mark.kind == .bold || mark.kind == .emphasis else { return nil }
            let range = max(datelineEnd, mark.range.lowerBound - head)..<max(datelineEnd, mark.range.upperBound - head)
            return range.isEmpty ? nil : Mark(mark.kind, range)
        }
        return Paragraph(rest, marks: opening + others, place: place)
    }
}
