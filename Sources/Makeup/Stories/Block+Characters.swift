internal import Copy

extension Block {
    /// How many characters the block has.
    var characters: Int {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text.count
        case .listItem(let marker, let paragraph): marker.count + paragraph.text.count
        case .subhead(let lines, _): lines.map(\.count).reduce(0, +)
        }
    }
}
