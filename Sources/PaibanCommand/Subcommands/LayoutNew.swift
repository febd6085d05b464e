import ArgumentParser
import Files
import Layouts
import Press

struct LayoutNew: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "new", abstract: "Creates a layout that is based on another.")

    @Argument(help: "The new layout's name.")
    var name: String

    @Option(help: ArgumentHelp("The layout to start from.", valueName: "layout"))
    var from: String

    @Option(
        name: .customLong("in"),
        help: ArgumentHelp("The folder for the file; editions search layouts/.", valueName: "folder"))
    var folder = "layouts"

    @OptionGroup var options: LayoutOptions

    func validate() throws {
        guard !name.isEmpty, !name.hasPrefix("."), !name.contains("/"), !name.hasSuffix(LayoutFile.ending) else {
            throw ValidationError("a layout's name must contain no folder and not end in .yaml")
        }
        guard FolderRoots.isInside(name) else {
            throw ValidationError("a layout's name must be one line without control characters")
        }
    }

    func run() throws {
        try reporting {
            print(try options.library().make(name, from: from, in: folder))
            return []
        }
    }
}
