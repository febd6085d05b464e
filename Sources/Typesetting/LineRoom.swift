internal import Layouts
internal import Pages

extension StyledText {
    /// Em of white between two lines that hold what stands beside the text (CLREQ 5.6.1, 5.5.3).
    private enum Room {
        /// Dots, lines or bopomofo on one side.
        static let oneSide = 0.5
        /// The same on both sides.
        static let bothSides = 0.625
        /// Small type: its em boxes, and a little white on either side.
        static let smallType = Note.small + 2 * RubyPlaces.distance
        /// What dots and lines take when small type fills the rest: out to the dot's outer edge.
        static let besideSmallType = 0.25
    }

    /// The least leading for text with dots, lines or ruby; nil when the style's leading is enough. All lines of a text
    /// keep one distance, so none is pushed apart: too little is for the editor to know (CLREQ 5.6.1).
    func neededLeading(in style: TextStyle, along axis: LineAxis) -> Length? {
        var sides: Set<LineAxis.Side> = []
        var smallType = 0
        for span in spans {
            if span.emphasis { sides.insert(axis == .horizontal ? .after : .before) }
            if span.line != .none { sides.insert(.after) }
            switch span.ruby?.kind {
            case .pinyin, .gloss: smallType |= 1
            case .comment: smallType |= 2
            case .zhuyin where axis == .vertical: sides.insert(.before)
            case .zhuyin, nil: break
            }
        }
        let marks = sides.isEmpty ? 0 : sides.count == 1 ? Room.oneSide : Room.bothSides
        let small = Double(smallType.nonzeroBitCount) * Room.smallType
        let room = small == 0 ? marks : small + (sides.isEmpty ? 0 : Room.besideSmallType)
        let needed = style.size * (1 + room)
        return room == 0 || needed <= style.leading + .tolerance ? nil : needed
    }
}
