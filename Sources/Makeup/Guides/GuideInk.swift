internal import Pages

/// The colours of guides: none of them is a newspaper's.
enum GuideInk {
    /// Baselines and columns, pale, as the blue of layout paper.
    static let baseline = Ink(0.80, 0.89, 0.96)
    static let countedBaseline = Ink(0.55, 0.75, 0.90)
    static let column = Ink(0.45, 0.65, 0.88)
    static let module = Ink(0.62, 0.20, 0.68)
    /// White lines and holes.
    static let white = Ink(0.62, 0.80, 1.0)
    static let overset = Ink(0.88, 0.08, 0.12)
    static let opened = Ink(0.95, 0.55, 0.05)
    static let crammed = Ink(0.05, 0.58, 0.50)
}

extension Ink {
    /// Light of three colours, and the inks that come nearest to it.
    fileprivate init(_ red: Double, _ green: Double, _ blue: Double) {
        self.init(
            screen: RGB(red: red, green: green, blue: blue),
            press: CMYK(cyan: 1 - red, magenta: 1 - green, yellow: 1 - blue, black: 0))
    }
}
