internal import Pages

/// Encodes inks, and the pieces of content that use them, as RGB colours that Cairo passes through to the PDF.
///
/// Cairo knows only RGB, from which an ink's press colours cannot be derived. So it gets a marker: red is the ink's
/// number and green the piece's number, both in ten-thousandths. `ContentRewriter` looks both up. Numbering the pieces
/// with Cairo's own tags would take as long as painting the text.
final class InkMarkers {
    private var inks: [Ink] = []
    private var numbers: [Ink: Int] = [:]

    /// The marker for an ink in a piece of a page's content. When the numbers run out, which no page reaches, it is the
    /// ink's own screen colour.
    func marker(for ink: Ink, piece: Int = 0) -> Ink.RGB {
        let number = numbers[ink] ?? inks.count
        if number == inks.count {
            numbers[ink] = number
            inks.append(ink)
        }
        guard number < Self.levels, piece < Self.levels * Self.pieceBlocks else { return ink.screen }
        return Ink.RGB(
            red: Double(number) / Double(Self.levels), green: Double(piece % Self.levels) / Double(Self.levels),
            blue: Self.signature + Double(piece / Self.levels) / Double(Self.levels))
    }

    /// The inks that have markers so far.
    var table: Table { Table(inks: inks) }

    /// Inks by number.
    struct Table: Sendable {
        fileprivate let inks: [Ink]
    }

    /// Values of a component that stay distinct; Cairo stores 16 bits a component.
    fileprivate static let levels = 10_000
    /// The blue component of a marker. No colour of eight bits a component has this value or one slightly above it.
    fileprivate static let signature = 0.501
    /// Blocks of `levels` pieces, counted in the blue component.
    fileprivate static let pieceBlocks = 8
}

extension InkMarkers.Table {
    /// The ink and the piece that a marker encodes. A colour that is not a marker comes from a drawing; it gives an ink
    /// of that colour and no piece.
    func ink(red: Double, green: Double, blue: Double) -> (ink: Ink, piece: Int?) {
        func level(_ value: Double) -> Int { Int((value * Double(InkMarkers.levels)).rounded()) }
        let number = level(red), block = level(blue - InkMarkers.signature)
        guard 0..<InkMarkers.pieceBlocks ~= block, inks.indices.contains(number) else {
            return (Ink(convertedFrom: Ink.RGB(red: red, green: green, blue: blue)), nil)
        }
        return (inks[number], level(green) + block * InkMarkers.levels)
    }
}

extension Ink {
    /// An ink for an RGB colour of a drawing. The common part of cyan, magenta and yellow becomes black, so that grey
    /// prints in black alone.
    fileprivate init(convertedFrom colour: RGB) {
        let black = 1 - max(colour.red, colour.green, colour.blue)
        func ink(_ light: Double) -> Double { black < 1 ? (1 - light - black) / (1 - black) : 0 }
        self.init(
            screen: colour,
            press: CMYK(cyan: ink(colour.red), magenta: ink(colour.green), yellow: ink(colour.blue), black: black))
    }
}
