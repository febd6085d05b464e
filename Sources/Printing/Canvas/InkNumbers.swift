internal import Pages

/// Inks by number: what Cairo is given in place of colours, so that each ink is known again in the file that it makes.
///
/// Cairo knows red, green and blue alone. An ink's two looks, on a screen and on a press, do not follow from those; so
/// Cairo gets the ink's number as so many thousandths of red, and whoever finishes the file looks the ink up.
final class InkNumbers {
    /// Black is the first: where a drawing paints with colours of its own, its black is black ink too.
    private(set) var inks: [Ink] = [.black]
    private var numbers: [Ink: Int] = [.black: 0]

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
            blue: 0)
    }

    /// The ink that a colour stands for; nil when it stands for none.
    func ink(red: Double, green: Double, blue: Double) -> Ink? {
        let number =
            Int((red * Double(Self.steps)).rounded()) + Int((green * Double(Self.steps)).rounded()) * Self.steps
        return blue == 0 && inks.indices.contains(number) ? inks[number] : nil
    }

    private static let steps = 1000
}
