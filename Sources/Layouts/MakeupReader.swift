import Diagnostics
import MarkedYAML

/// Reads `makeup`: by the file's areas, by the planner, or both. A file with areas goes by them unless it says
/// otherwise; one without is made up automatically.
struct MakeupReader {
    let reporter: Reporter

    func mode(_ root: MappingReader, _ areas: [Area]) -> MakeupMode {
        let hasAreas = root.keys.contains("areas")
        guard let mode = root.choice("makeup", as: MakeupMode.self) else { return hasAreas ? .areas : .auto }
        let place = root.node("makeup")?.place
        if mode != .auto, !hasAreas {
            reporter.error(
                at: place, "the makeup goes by areas, and the layout has none",
                hints: "draw them under “areas”, or write makeup: auto")
        }
        if mode == .auto, !areas.isEmpty {
            reporter.warning(
                at: place, "the makeup is automatic, so the areas hold nothing",
                hints: "write makeup: areas or makeup: mixed, or leave the areas out")
        }
        return mode
    }
}
