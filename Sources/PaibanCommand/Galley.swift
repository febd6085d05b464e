import ArgumentParser
import Copy
import Diagnostics
import Press
import Typesetting

struct Galley: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Sets a text file to one measure, each line of it a paragraph.")

    @Argument(help: "A text file.")
    var file: String

    @Option(help: "The measure in characters.")
    var measure = 17.0

    @Option(help: "The first line's indent in characters.")
    var indent = 2.0

    @Option(help: "none, basic, GB, strict, css-loose, css-normal, css-strict or css-trim.")
    var profile = "basic"

    @Option(help: "The language, such as zh-Hans, zh-Hant, ja.")
    var lang = "zh-Hans"

    @Option(help: "The font role.")
    var role = "song"

    @Flag(help: "Print every character's place as JSON.")
    var json = false

    @OptionGroup var resources: ResourceOptions

    func validate() throws {
        guard measure >= 1, measure <= 200 else { throw ValidationError("the measure has to be from 1 to 200 characters") }
        guard CompositionProfile(named: profile) != nil else {
            throw ValidationError("there is no profile “\(profile)”; profiles: " + CompositionProfile.names.joined(separator: ", "))
        }
    }

    func run() throws {
        try reporting {
            let text = try CopyDecoder.decode(TextFile(file).bytes(), file: file)
            let fonts = try resources.resources().openFonts()
            let proof = GalleyProof(
                measure: measure, indent: indent, role: role, language: lang,
                profile: CompositionProfile(named: profile)!)
            var paragraphs = text.lines
            if paragraphs.last == "" { paragraphs.removeLast() }
            print(proof.json(of: paragraphs, fonts: fonts), terminator: "")
            return []
        }
    }
}
