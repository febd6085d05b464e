internal import Copy

extension Block {
    /// As many characters as the block has, or a few more where several codes make one: quickly counted.
    var codes: Int {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text.codes
        case .listItem(let marker, let paragraph): marker.codes + paragraph.text.codes
        case .subhead(let lines, _): lines.reduce(0) { $0 + $1.codes }
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

extension String {
    /// How many codes of Unicode the text has: bytes that begin one.
    fileprivate var codes: Int {
        utf8.withContiguousStorageIfAvailable { $0.count { !UTF8.isContinuation($0) } } ?? unicodeScalars.count
    }
}
