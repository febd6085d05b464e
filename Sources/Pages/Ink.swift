/// A printing colour: its values for a screen and for the plates of a press.
public struct Ink: Hashable, Sendable {
    public var screen: RGB
    public var press: CMYK

    /// Red, green and blue, each from 0 to 1.
    public struct RGB: Hashable, Sendable {
        public var red, green, blue: Double
        public init(red: Double, green: Double, blue: Double) {
            (self.red, self.green, self.blue) = (red, green, blue)
        }
    }

    /// The shares of cyan, magenta, yellow and black, each from 0 to 1.
    public struct CMYK: Hashable, Sendable {
        public var cyan, magenta, yellow, black: Double
        public init(cyan: Double, magenta: Double, yellow: Double, black: Double) {
            (self.cyan, self.magenta, self.yellow, self.black) = (cyan, magenta, yellow, black)
        }
    }

    public init(screen: RGB, press: CMYK) {
        self.screen = screen
        self.press = press
    }

    /// Black ink alone, in a tint from 0 (paper) to 1 (solid).
    public static func black(_ tint: Double = 1) -> Ink {
        Ink(
            screen: RGB(red: 1 - tint, green: 1 - tint, blue: 1 - tint),
            press: CMYK(cyan: 0, magenta: 0, yellow: 0, black: tint))
    }

    /// Solid black ink.
    public static let black = Ink.black(1)
    /// No ink: the colour of the paper.
    public static let paper = Ink.black(0)
}
