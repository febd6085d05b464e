internal import Copy

extension Block {
    /// As many characters as the block has, or a few more where several codes make one: quickly counted.
    var codes: Int {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text.unicodeScalars.count
        case .listItem(let marker, let paragraph):
            marker.unicodeScalars.count + paragraph.text.unicodeScalars.count
        case .subhead(let lines, _): lines.reduce(0) { $0 + $1.unicodeScalars.count }
        }
    }

    /// How many characters the block has.
    var characters: Int {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text.count
        case .listItem(let marker, let paragraph): marker.count + paragraph.text.count
        case .subhead(let lines, _): lines.map(\.count).reduce(0, +)
        }
    }
}
