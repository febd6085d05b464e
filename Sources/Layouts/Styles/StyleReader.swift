import Diagnostics
import MarkedYAML
import Pages

/// Reads how a kind of text is set, on top of the style that it has by default.
///
///     {font: hei, size: 10.5pt, leading: 13pt, align: center, indent: 2字, tracking: 0.05字, colour: red}
///
/// A size without a leading keeps the default leading if the type fits into it. Otherwise the leading is whole rows, so
/// that a style does not leave the baseline grid by accident.
struct StyleReader {
    let units: Units
    let palette: Palette
    /// The known font roles.
    let roles: Set<String>
    /// The known roles for which no font is installed.
    let rolesWithoutFonts: Set<String>
    let reporter: Reporter

    static let leastSize = Length.pt(1)

    /// - Parameter hasSize: whether the base already has the size, which then is not a key of the group. A headline has a
    ///   list of sizes instead.
    func style(_ group: MappingReader, over base: TextStyle, hasSize: Bool = false) -> TextStyle {
        var style = base
        if let role = group.text("font") { style.role = checked(role, in: group) }
        if !hasSize, let size = group.length("size", units, atLeast: Self.leastSize) { style.size = size }
        style.leading = leading(group, of: style, over: base)
        if let align = group.choice("align", as: TextStyle.Alignment.self) { style.align = align }
        if let indent = group.characters("indent", in: 0...20) { style.indent = indent }
        if let tracking = group.characters("tracking", in: -0.5...5) { style.tracking = tracking }
        if let ink = palette.ink("colour", in: group) { style.ink = ink }
        return style
    }

    /// The role; reports an error if it is unknown or has no font.
    private func checked(_ role: String, in group: MappingReader) -> String {
        if rolesWithoutFonts.contains(role) {
            group.reporter.report(FontCheck.missing(role, at: group.node("font")?.place))
        }
        guard !roles.contains(role) else { return role }
        group.reporter.report(.unknown("font role", role, among: roles, at: group.node("font")?.place))
        return role
    }

    private func leading(_ group: MappingReader, of style: TextStyle, over base: TextStyle) -> Length {
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

    /// The least leading as a multiple of the size: with less, lines of Han type touch.
    private static let tightest = 1.05
}

extension StyleReader {
    /// Reads the choices of composition that only running text has:
    ///
    ///     {hanging: 2字, grid: strict, marks: hanging, quotes: corner}
    func compositionChoices(_ group: MappingReader, over style: TextStyle) -> TextStyle {
        var style = style
        if let hanging = group.characters("hanging", in: 0...20) { style.hangingIndent = hanging }
        if let grid = group.choice("grid", as: GridMode.self) { style.strictGrid = grid == .strict }
        if let marks = group.choice("marks", as: MarkMode.self) { style.hangsMarks = marks == .hanging }
        if let quotes = group.choice("quotes", as: TextStyle.Quotes.self) { style.quotes = quotes }
        return style
    }

    /// Whether Latin words are padded so that every Han character stands on the grid.
    private enum GridMode: String, CaseIterable { case free, strict }

    /// Whether a pause or stop mark may hang over the line's end.
    private enum MarkMode: String, CaseIterable { case inside, hanging }
}

/// Checks that every role that a layout uses has a font. `StyleReader` reports the roles that the file names; this check
/// reports those that come from the defaults.
struct FontCheck {
    /// The known roles for which no font is installed.
    let rolesWithoutFonts: Set<String>

    static func missing(_ role: String, at place: SourcePlace?) -> Diagnostic {
        .error(
            at: place, "no font for “\(role)” is on this machine",
            hints: "“paiban fonts” tells which it could be: install one, or put a font file into fonts/")
    }

    func report(_ layout: Layout, _ reporter: Reporter) {
        let styles =
            layout.styles.sorted { $0.key < $1.key }.map(\.value)
            + layout.ladder.flatMap { [$0.title, $0.kicker, $0.deck] }
        var reported = Set(reporter.diagnostics.map(\.message))
        for style in styles where rolesWithoutFonts.contains(style.role) {
            let missing = Self.missing(style.role, at: layout.place)
            if reported.insert(missing.message).inserted { reporter.report(missing) }
        }
    }
}
