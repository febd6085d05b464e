internal import Pages

/// Inks by number: what Cairo is given in place of colours, so that each ink is known again in the file that it makes.
///
/// Cairo knows red, green and blue alone. An ink's two looks, on a screen and on a press, do not follow from those; so
/// Cairo gets the ink's number as so many thousandths of red, and whoever finishes the file looks the ink up.
final class InkNumbers {
    private var inks: [Ink] = []
    private var numbers: [Ink: Int] = [:]

    /// The colour that stands for an ink.
    func stand(for ink: Ink) -> Ink.RGB {
        let number = numbers[ink] ?? inks.count
        if number == inks.count {
            numbers[ink] = number
            inks.append(ink)
        }
        return Ink.RGB(
            red: Double(number % Self.steps) / Double(Self.steps),
            green: Double(number / Self.steps) / Double(Self.steps),
            blue: Self.mark)
    }

    /// All inks that have numbers by now.
    var list: List { List(inks: inks) }

    /// Inks by their numbers.
    struct List: Sendable {
        fileprivate let inks: [Ink]
    }

    fileprivate static let steps = 1000
    /// Says that a colour is a number: no colour of eight bits has so much blue.
    fileprivate static let mark = 0.501
}

extension InkNumbers.List {
    /// The ink that a colour stands for. A drawing paints with colours of its own, which stand for themselves.
    func ink(red: Double, green: Double, blue: Double) -> Ink {
        let number =
            Int((red * Double(InkNumbers.steps)).rounded()) + Int((green * Double(InkNumbers.steps)).rounded())
            * InkNumbers.steps
        let isNumber = abs(blue - InkNumbers.mark) < 0.0004 && inks.indices.contains(number)
        return isNumber ? inks[number] : Ink(drawnIn: Ink.RGB(red: red, green: green, blue: blue))
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
