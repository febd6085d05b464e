import ArgumentParser
import Diagnostics
import Pages
import Press

struct Fonts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows which font each role resolves to, and which roles have none.")

    @OptionGroup var fonts: FontOptions

    func run() throws {
        try reporting {
            let resources = fonts.resources
            let book = try resources.openFonts()
            let list = FontList(book)
            let width = list.entries.map(\.role.count).max() ?? 0
            for entry in list.entries {
                let label = entry.role + String(repeating: " ", count: width - entry.role.count)
                let face = entry.face.map { face in
                    "\(face.name)  \(face.file)" + (face.index > 0 ? " (face \(face.index))" : "")
                }
                print("\(label)  \(face ?? "–")")
            }
            return resources.diagnostics(of: book) + list.diagnostics
        }
    }
}
