import ArgumentParser
import Press

/// Where to look for layouts and fonts besides the usual places.
struct ResourceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("A folder with layout files.", valueName: "folder"))
    var layouts: [String] = []

    @Option(help: ArgumentHelp("A folder with fonts and roles.yaml.", valueName: "folder"))
    var fonts: [String] = []

    func resources(for edition: String? = nil) -> Resources {
        Resources(edition: edition, layouts: layouts, fonts: fonts, program: programPath())
    }
}
