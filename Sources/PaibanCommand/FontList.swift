import ArgumentParser
import Diagnostics
import Fonts
import Pages
import Press

struct FontList: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "fonts", abstract: "Shows which font each role resolves to, and what is missing.")

    @OptionGroup var fonts: FontOptions

    func run() throws {
        try reporting {
            let fonts = try self.fonts.resources.openFonts()
            var diagnostics: [Diagnostic] = []
            let widest = fonts.roles.names.map(\.count).max() ?? 0
            for role in fonts.roles.names {
                let label = role + String(repeating: " ", count: widest - role.count)
                if fonts.has(role), let face = fonts.face(of: role) {
                    print("\(label)  \(face.name)  \(face.file)" + (face.index > 0 ? " (face \(face.index))" : ""))
                } else {
                    print("\(label)  –")
                    let names = fonts.roles.families[role]!.map(\.name).joined(separator: ", ")
                    diagnostics.append(
                        .error(
                            at: nil, "no font for the role “\(role)”: none of \(names) is here",
                            hints:
                                "install one of them, put a font file into fonts/, or name another in fonts/roles.yaml")
                    )
                }
            }
            return diagnostics
        }
    }
}
