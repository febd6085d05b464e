import ArgumentParser
import Copy
import Diagnostics
import Fonts
import Press
import Typesetting

struct Galley: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sets a text file to one measure, each line of it a paragraph, and prints where its lines break.")

    @Argument(help: "A text file.")
    var file: String

    @Option(help: "The measure in characters.")
    var measure = 17.0

    @Option(help: "The first line's indent in characters.")
    var indent = 2.0

    @Option(help: ArgumentHelp("The rules of composition: " + CompositionProfile.names.joined(separator: ", ") + "."))
    var profile = "basic"

    @Option(help: "The language, such as zh-Hans, zh-Hant, ja.")
    var lang = "zh-Hans"

    @Option(help: "The font role.")
    var role = "song"

    @Flag(help: "Print every line's text and every character's place in em as JSON.")
    var json = false

    @OptionGroup var fonts: FontOptions

    func validate() throws {
        guard measure >= 1, measure <= 200 else {
            throw ValidationError("the measure has to be from 1 to 200 characters")
        }
        guard CompositionProfile(named: profile) != nil else {
            throw ValidationError(
                "there is no profile “\(profile)”; profiles: " + CompositionProfile.names.joined(separator: ", "))
        }
    }

    func run() throws {
        try reporting {
            let text = try CopyDecoder.decode(TextFile(file).bytes(), file: file)
            let fonts = try self.fonts.resources.openFonts()
            guard fonts.roles.families[role] != nil else {
                throw Rejected([
                    .error(
                        at: nil, "there is no font role “\(role)”",
                        hints: nearestName(to: role, among: fonts.roles.names).map { "did you mean “\($0)”?" }
                            ?? "roles: " + fonts.roles.names.joined(separator: ", "))
                ])
            }
            let proof = GalleyProof(
                measure: measure, indent: indent, role: role, language: lang,
                profile: CompositionProfile(named: profile)!)
            var paragraphs = text.lines
            if paragraphs.last == "" { paragraphs.removeLast() }
            print(
                json ? proof.json(of: paragraphs, fonts: fonts) : proof.text(of: paragraphs, fonts: fonts),
                terminator: "")
            return []
        }
    }
}
