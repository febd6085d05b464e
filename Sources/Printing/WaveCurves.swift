internal import Pages

extension Rule.Wave {
    /// A cubic curve from where the pen is.
    struct Curve {
        var first, second, end: (x: Double, y: Double)
    }

    /// Half waves, turn about to either side, from the rule's start to its end.
    ///
    /// Each is one cubic whose control points stand `4/3` of the crest off the middle, where such a curve just reaches
    /// it, and `0.3642` of the half wave in from its ends, which is next to a sine.
    func curves(along rule: Rule) -> [Curve] {
        let (x, y) = (rule.from.x.points, rule.from.y.points)
        let (dx, dy) = (rule.to.x.points - x, rule.to.y.points - y)
        let whole = (dx * dx + dy * dy).squareRoot()
        guard whole > 0, length.points > 0 else { return [] }
        let (alongX, alongY) = (dx / whole, dy / whole)
        let count = max(1, Int((2 * whole / length.points).rounded()))
        let half = whole / Double(count)
        return (0..<count).map { number in
            let off = (number % 2 == 0 ? -4.0 / 3 : 4.0 / 3) * height.points
            func point(_ share: Double, _ off: Double) -> (x: Double, y: Double) {
                let along = (Double(number) + share) * half
                return (x + alongX * along - alongY * off, y + alongY * along + alongX * off)
            }
            return Curve(first: point(0.3642, off), second: point(1 - 0.3642, off), end: point(1, 0))
        }
    }
}
