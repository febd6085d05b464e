import ArgumentParser
import Glibc
import Press

/// Additional font folders.
struct FontOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with fonts and roles.yaml, searched before the program's own. Can be given more than once.",
            valueName: "folder"))
    var fonts: [String] = []

    func validate() throws { try fonts.forEach(checkFolder) }

    var resources: Resources { Resources(fonts: fonts, program: programPath()) }
}

/// Additional folders of layouts and fonts.
struct ResourceOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "A folder with layout files, searched after the edition's and before the program's own. Can be given more than once.",
            valueName: "folder"))
    var layouts: [String] = []

    @OptionGroup var fonts: FontOptions

    func validate() throws { try layouts.forEach(checkFolder) }

    /// - Parameter edition: the edition's folder.
    func resources(for edition: String) -> Resources {
        Resources(edition: edition, layouts: layouts, fonts: fonts.fonts, program: programPath())
    }
}

private func checkFolder(_ path: String) throws {
    var status = stat()
    guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else {
        throw ValidationError("there is no folder “\(path)”")
    }
}
