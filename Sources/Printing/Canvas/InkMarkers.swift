internal import Pages

/// Inks by number: what Cairo is given in place of colours, so that each ink is known again in the file that it makes, and
/// with it the piece of content that it is used for.
///
/// Cairo knows red, green and blue alone. An ink's two looks, on a screen and on a press, do not follow from those; so
/// Cairo gets the ink's number as so many ten-thousandths of red and the piece's as as many of green, and whoever finishes
/// the file looks both up. Cairo's own tags, which would number pieces, too, take it as long as the text itself.
final class InkMarkers {
    private var inks: [Ink] = []
    private var numbers: [Ink: Int] = [:]

    /// The colour that stands for an ink in a piece of a page's content. With more inks or pieces than there are numbers,
    /// which no page has, the ink's own colour stands for it.
    func stand(for ink: Ink, piece: Int = 0) -> Ink.RGB {
        let number = numbers[ink] ?? inks.count
        if number == inks.count {
            numbers[ink] = number
            inks.append(ink)
        }
        guard number < Self.steps, piece < Self.steps * Self.rounds else { return ink.screen }
        return Ink.RGB(
            red: Double(number) / Double(Self.steps), green: Double(piece % Self.steps) / Double(Self.steps),
            blue: Self.mark + Double(piece / Self.steps) / Double(Self.steps))
    }

    /// All inks that have numbers by now.
    var list: List { List(inks: inks) }

    /// Inks by their numbers.
    struct List: Sendable {
        fileprivate let inks: [Ink]
    }

    /// Cairo tells colours apart by sixteen bits.
    fileprivate static let steps = 10_000
    /// Says that a colour is a number: no colour of eight bits has so much blue, nor a little more.
    fileprivate static let mark = 0.501
    fileprivate static let rounds = 8
}

extension InkMarkers.List {
    /// The ink and the piece that a colour stands for. A drawing paints with colours of its own, which stand for themselves.
    func ink(red: Double, green: Double, blue: Double) -> (ink: Ink, piece: Int?) {
        func steps(_ value: Double) -> Int { Int((value * Double(InkMarkers.steps)).rounded()) }
        let number = steps(red), round = steps(blue - InkMarkers.mark)
        guard 0..<InkMarkers.rounds ~= round, inks.indices.contains(number) else {
            return (Ink(drawnIn: Ink.RGB(red: red, green: green, blue: blue)), nil)
        }
        return (inks[number], steps(green) + round * InkMarkers.steps)
    }
}

extension Ink {
    /// A colour that somebody drew with on a screen. What its three inks have in common is black, so that grey is black
    /// alone.
    fileprivate init(drawnIn colour: RGB) {
        let black = 1 - max(colour.red, colour.green, colour.blue)
        func share(_ light: Double) -> Double { black < 1 ? (1 - light - black) / (1 - black) : 0 }
        self.init(
            screen: colour,
            press: CMYK(
                cyan: share(colour.red), magenta: share(colour.green), yellow: share(colour.blue), black: black))
    }
}
