internal import Layouts
internal import Pages

/// The text of a layout file that changes another: what it extends, and as remarks what is most often changed, with the
/// values that it has there.
struct NewLayout {
    let name: String
    let parent: Layout

    var text: String {
        """
        # A layout of our own. What is not written here is as in “\(parent.name)”.
        # “paiban layouts show \(name) -o \(name).png” draws it, “paiban check” says whether it is right.
        extends: \(parent.name)
        title: \(parent.title)

        # Take the # away and change the value. layouts/README.md tells what else can be written.
        # page: {size: \(mm(parent.page.trim.width)) × \(mm(parent.page.trim.height))}
        # grid: {\(grid)}
        # styles: {body: {size: \(pt(parent.grid.bodySize))}}
        # colours: {red: {cmyk: [0, 100, 90, 5], rgb: '#c8161d'}}
        # separators: {vertical: none}
        # makeup: auto

        """
    }

    private var grid: String {
        let grid = parent.grid
        let measures = (0..<grid.columns).map { "\(grid.measure(ofColumn: $0))字" }
        let measure = Set(measures).count == 1 ? measures[0] : "[" + measures.joined(separator: ", ") + "]"
        return "columns: \(grid.columns), measure: \(measure), gutter: \(number(grid.gutter / grid.bodySize))字, "
            + "leading: \(pt(grid.leading)), rows: \(grid.rows)"
    }

    private func mm(_ length: Length) -> String { number(length.millimetres) + "mm" }
    private func pt(_ length: Length) -> String { number(length.points) + "pt" }
    private func number(_ value: Double) -> String {
        let hundredths = (value * 100).rounded() / 100
        return hundredths == hundredths.rounded() ? "\(Int(hundredths))" : "\(hundredths)"
    }
}
