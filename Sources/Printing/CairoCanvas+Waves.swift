internal import CCairo
internal import Pages

extension CairoCanvas {
    /// Draws half waves, turn about to either side, from where the pen is to the rule's end.
    ///
    /// Each is one cubic whose control points stand `4/3` of the crest off the middle, where such a curve just reaches
    /// it, and `0.3642` of the half wave in from its ends, which is next to a sine.
    func trace(_ wave: Rule.Wave, of rule: Rule) {
        let (x, y) = (rule.from.x.points, rule.from.y.points)
        let (dx, dy) = (rule.to.x.points - x, rule.to.y.points - y)
        let length = (dx * dx + dy * dy).squareRoot()
        guard length > 0, wave.length.points > 0 else { return }
        let (alongX, alongY) = (dx / length, dy / length)
        let count = max(1, Int((2 * length / wave.length.points).rounded()))
        let half = length / Double(count)
        for number in 0..<count {
            let off = (number % 2 == 0 ? -4.0 / 3 : 4.0 / 3) * wave.height.points
            func point(_ share: Double, _ off: Double) -> (x: Double, y: Double) {
                let along = (Double(number) + share) * half
                return (x + alongX * along - alongY * off, y + alongY * along + alongX * off)
            }
            let (first, second, end) = (point(0.3642, off), point(1 - 0.3642, off), point(1, 0))
            cairo_curve_to(context, first.x, first.y, second.x, second.y, end.x, end.y)
        }
    }
}
