import Diagnostics

/// Every role that a layout sets type in needs a font; what the file itself names is reported where it does, what it
/// leaves to the defaults is reported here.
struct FontCheck {
    /// Roles for which no font is here.
    let fontless: Set<String>

    static func missing(_ role: String, at place: SourcePlace?) -> Diagnostic {
        .error(
            at: place, "no font for “\(role)” is on this machine",
            hints: "“paiban fonts” tells which it could be: install one, or put a font file into fonts/")
    }

    func report(_ layout: Layout, _ reporter: Reporter) {
        let styles =
            layout.styles.sorted { $0.key < $1.key }.map(\.value)
            + layout.ladder.flatMap { [$0.title, $0.kicker, $0.deck] }
        var told = Set(reporter.diagnostics.map(\.message))
        for style in styles where fontless.contains(style.role) {
            let missing = Self.missing(style.role, at: layout.place)
            if told.insert(missing.message).inserted { reporter.report(missing) }
        }
    }
}
