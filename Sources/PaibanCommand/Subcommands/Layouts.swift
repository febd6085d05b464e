import ArgumentParser
import Press

struct Layouts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Lists the layouts, draws one, or creates a new one.",
        subcommands: [LayoutList.self, LayoutShow.self, LayoutNew.self], defaultSubcommand: LayoutList.self)
}

/// Where a command about layouts searches for them: as for an edition in the current folder.
struct LayoutOptions: ParsableArguments {
    @OptionGroup var resources: ResourceOptions

    func library() throws -> LayoutLibrary {
        let resources = resources.resources(for: ".")
        return LayoutLibrary(resources: resources, fonts: try resources.openFonts())
    }
}
