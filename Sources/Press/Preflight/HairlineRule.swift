internal import Diagnostics
internal import Pages

/// Lines so thin that a plate may not hold them.
enum HairlineRule {
    private static let thinnest = Length.pt(0.25)

    static func diagnostics(of page: Page) -> [Diagnostic] {
        let thin = page.lineThicknesses.filter { $0 < thinnest && !$0.isClose(to: thinnest) }
        guard let least = thin.min() else { return [] }
        let lines = thin.count == 1 ? "a line is" : "\(thin.count) lines are"
        let points = (least.points * 100).rounded() / 100
        return [
            .warning(
                at: nil, "page \(page.number): \(lines) thinner than 0.25 pt (\(points) pt), which may not print",
                hints: "make rules and frames 0.25 pt or more in the layout")
        ]
    }
}
