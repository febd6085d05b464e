import Diagnostics
import MarkedYAML
import Pages

/// Reads how a kind of text is set, on top of what the style would be without the file's word.
///
///     {font: hei, size: 10.5pt, leading: 13pt, align: center, indent: 2字, tracking: 0.05字, colour: red}
///
/// A size without a leading keeps the leading it had while the type fits into it, and takes whole rows when it does
/// not, so that a style does not leave the baseline grid by accident.
struct StyleReader {
    let units: Units
    let palette: Palette
    /// The font roles that there are.
    let roles: Set<String>
    /// Those of them for which no font is here.
    let fontless: Set<String>
    let reporter: Reporter

    static let leastSize = Length.pt(1)

    /// - Parameter sized: whether the size is read by somebody else, as that of a headline, which has a ladder of them.
    func style(_ group: MappingReader, over base: TextStyle, sized: Bool = false) -> TextStyle {
        var style = base
        if let role = group.text("font") { style.role = known(role, in: group) }
        if !sized, let size = group.length("size", units, atLeast: Self.leastSize) { style.size = size }
        style.leading = leading(group, of: style, was: base)
        if let align = group.choice("align", as: TextStyle.Alignment.self) { style.align = align }
        if let indent = group.characters("indent", in: 0...20) { style.indent = indent }
        if let tracking = group.characters("tracking", in: -0.5...5) { style.tracking = tracking }
        if let ink = palette.ink("colour", in: group) { style.ink = ink }
        return style
    }

    private func known(_ role: String, in group: MappingReader) -> String {
        if fontless.contains(role) { group.reporter.report(FontCheck.missing(role, at: group.node("font")?.place)) }
        guard !roles.contains(role) else { return role }
        group.reporter.report(.unknown("font role", role, among: roles, at: group.node("font")?.place))
        return role
    }

    private func leading(_ group: MappingReader, of style: TextStyle, was base: TextStyle) -> Length {
        if let text = group.node("leading")?.text, let quantity = Quantity(text), quantity.unit == .percent {
            guard (50...400).contains(quantity.value) else {
                group.reporter.error(
                    at: group.node("leading")?.place, "a leading of \(text) cannot be set",
                    hints: "write 50% to 400% of the size, or a length such as 13pt")
                return base.leading
            }
            return style.size * (quantity.value / 100)
        }
        if let leading = group.length("leading", units, atLeast: Self.leastSize) { return leading }
        guard style.size != base.size, style.size * Self.tightest > base.leading, let row = units.row else {
            return base.leading
        }
        return row * (style.size * Self.tightest / row).rounded(.up)
    }

    /// Leading below this share of the size, and lines of Han type touch.
    private static let tightest = 1.05
}
