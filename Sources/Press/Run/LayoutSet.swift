internal import Concurrency
internal import Copy
internal import Diagnostics
internal import Layouts

/// The layouts that an edition's pages name, each read once.
struct LayoutSet {
    private let finder: LayoutFinder
    /// The font roles of roles.yaml, and those of them without an installed font.
    private let roles: Set<String>
    private let rolesWithoutFonts: Set<String>
    private var read: [String: Reported<Layout>] = [:]

    init(finder: LayoutFinder, roles: Set<String>, rolesWithoutFonts: Set<String>) {
        (self.finder, self.roles, self.rolesWithoutFonts) = (finder, roles, rolesWithoutFonts)
    }

    /// The layouts with the given names.
    ///
    /// - Throws: `DiagnosticsError` with everything that is wrong with the layouts that cannot be used.
    mutating func layouts(
        named names: [Allotment.LayoutName], on pool: WorkerPool
    ) throws -> Reported<[String: Layout]> {
        var missing: [Allotment.LayoutName] = []
        for name in names where read[name.name] == nil && !missing.contains(where: { $0.name == name.name }) {
            missing.append(name)
        }
        let results = pool.map(missing) { [finder, roles, rolesWithoutFonts] name in
            Result { () throws -> Reported<Layout> in
                let layout = try finder.layout(
                    named: name.name, askedAt: name.place, roles: roles, rolesWithoutFonts: rolesWithoutFonts)
                let measured = FurniturePictures(roots: finder.roots).measured(layout.value)
                return Reported(measured.value, layout.diagnostics + measured.diagnostics)
            }
        }
        var errors: [Diagnostic] = []
        for (name, result) in zip(missing, results) {
            do {
                read[name.name] = try result.get()
            } catch let error as DiagnosticsError {
                errors += error.diagnostics
            }
        }
        if !errors.isEmpty { throw DiagnosticsError(errors) }
        let reporter = Reporter()
        var layouts: [String: Layout] = [:]
        for name in names {
            guard let layout = read[name.name], layouts[name.name] == nil else { continue }
            layouts[name.name] = layout.value
            reporter.report(layout.diagnostics)
        }
        return Reported(layouts, reporter.diagnostics)
    }
}
