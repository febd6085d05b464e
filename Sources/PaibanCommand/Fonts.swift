import ArgumentParser
import Diagnostics
import Pages
import Press

struct Fonts: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows which font each role resolves to, and what is missing.")

    @OptionGroup var fonts: FontOptions

    func run() throws {
        try reporting {
            let list = FontList(try fonts.resources.openFonts())
            let widest = list.entries.map(\.role.count).max() ?? 0
            for entry in list.entries {
                let label = entry.role + String(repeating: " ", count: widest - entry.role.count)
                let face = entry.face.map { face in
                    "\(face.name)  \(face.file)" + (face.index > 0 ? " (face \(face.index))" : "")
                }
                print("\(label)  \(face ?? "–")")
            }
            return list.diagnostics
        }
    }
}
