import Diagnostics
import MarkedYAML
import Pages

/// Checks that body lines stand on the page's rows, across columns and stories: the styles of lines between them need a
/// leading of whole rows.
struct BaselineCheck {
    /// The grid's leading.
    let row: Length

    /// The styles of lines inside a leg. A caption is not one of them: its block takes whole rows whatever its lines are.
    static let inLegs: [StyleName] = [.byline, .subhead, .quote]

    func report(_ styles: [String: TextStyle], _ groups: [String: MappingReader]) {
        for name in [.body] + Self.inLegs {
            guard let style = styles[name.rawValue], let group = groups[name.rawValue] else { continue }
            let rows = style.leading / row
            let place = group.node("leading")?.place ?? group.place
            let off = !(row * rows.rounded()).isClose(to: style.leading) || rows.rounded() < 1
            if name == .body, off || rows.rounded() != 1 {
                group.reporter.error(
                    at: place,
                    "the body's leading is \(style.leading.inPoints), but the grid's rows are \(row.inPoints) high",
                    hints: "leave the body's leading out; it is the grid's: grid: {leading: \(style.leading.inPoints)}")
            } else if off {
                group.reporter.warning(
                    at: place,
                    "“\(name.rawValue)” stands between body lines, and its leading of \(style.leading.inPoints) "
                        + "leaves the rows of \(row.inPoints)",
                    hints: "write leading: \((row * max(1, rows.rounded(.up))).inPoints), or leave it out")
            }
        }
        reportTallBody(styles, groups)
    }

    private func reportTallBody(_ styles: [String: TextStyle], _ groups: [String: MappingReader]) {
        guard let body = styles[StyleName.body.rawValue], body.size > row, let group = groups[StyleName.body.rawValue]
        else { return }
        group.reporter.error(
            at: group.node("size")?.place ?? group.place,
            "body type of \(body.size.inPoints) does not fit into rows of \(row.inPoints)",
            hints: "make the grid's leading about \((body.size * LayoutDefaults.bodyLeading).inPoints)")
    }
}
