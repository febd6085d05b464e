import ArgumentParser
import Copy
import Diagnostics
import Fonts
import Pages
import Press
import Printing
import Typesetting

struct Galley: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Composes a text file to one measure, each line as a paragraph.",
        discussion: "Without -o, the proof is written to FILE with the extension .pdf.")

    @Argument(help: "A text file.")
    var file: String

    @Option(help: "The measure in characters.")
    var measure = 17.0

    @Option(help: "The type size, such as 9pt or 3.2mm.")
    var size = TypeSize(length: .pt(9))

    @Option(help: "The first line's indent in characters.")
    var indent = 2.0

    @Option(help: "none, basic, GB, strict, css-loose, css-normal, css-strict or css-trim.")
    var profile = "basic"

    @Option(help: "The language, such as zh-Hans, zh-Hant, ja.")
    var lang = "zh-Hans"

    @Option(help: "body or headline.")
    var style = Style.body

    enum Style: String, ExpressibleByArgument, CaseIterable {
        case body, headline
    }

    @Option(help: "The font role; by default song for body and song-heavy for headlines.")
    var role: String?

    @Option(name: .shortAndLong, help: "The output file, .pdf or .png.")
    var output: String?

    @Option(help: "Pixels per inch of a .png.")
    var dpi = 144.0

    @Flag(help: "Print every character's position as JSON.")
    var json = false

    @OptionGroup var outputs: OutputOptions

    @OptionGroup var fonts: FontOptions

    func validate() throws {
        guard measure >= 1, measure <= 200 else {
            throw ValidationError("--measure must be from 1 to 200 characters")
        }
        guard CompositionProfile(named: profile) != nil else {
            throw ValidationError(
                "there is no profile “\(profile)”; profiles: " + CompositionProfile.names.joined(separator: ", "))
        }
        guard (36...1200).contains(dpi) else { throw ValidationError("--dpi must be from 36 to 1200") }
        if let output, !output.hasSuffix(".pdf"), !output.hasSuffix(".png") {
            throw ValidationError("the output must end in .pdf or .png")
        }
    }

    func run() throws {
        try reporting {
            if !json { try check([name(ofPage: 1)]) }
            let source = try CopyDecoder.decode(TextFile(file).bytes(), file: file)
            let fonts = try self.fonts.resources.openFonts()
            let role = role ?? (style == .headline ? "song-heavy" : "song")
            guard fonts.has(role, in: lang) else {
                throw DiagnosticsError([
                    .error(
                        at: nil, "the role “\(role)” is unknown or has no font",
                        hints: "roles: " + fonts.roles.names.joined(separator: ", "))
                ])
            }
            let proof = GalleyProof(
                measure: measure, indent: indent, size: size.length, role: role, language: lang,
                profile: CompositionProfile(named: profile)!, kind: style == .body ? .body : .headline)
            var paragraphs = source.value.lines
            if paragraphs.last == "" { paragraphs.removeLast() }
            if json {
                print(proof.json(of: paragraphs, fonts: fonts), terminator: "")
                return source.diagnostics
            }
            let document = proof.document(of: paragraphs, title: file, fonts: fonts)
            return try source.diagnostics + document.diagnostics + write(document.value)
        }
    }

    private func check(_ names: [String]) throws {
        try outputs.check(EditionFiles(around: file, as: "the text itself", resources: fonts.resources))
            .check(names.map { Output($0, Output.Kind(endingOf: $0), option: "-o") })
    }

    private func write(_ document: Document) throws -> [Diagnostic] {
        if name(ofPage: 1).hasSuffix(".pdf") {
            let printed = try PDFPrinter().print(document)
            try OutputFile(name(ofPage: 1)).write(printed.value)
            return printed.diagnostics
        }
        try check(document.pages.map { name(ofPage: $0.number) })
        return try document.pages.flatMap { page in
            let printed = try PNGPrinter(dpi: dpi).print(page)
            try OutputFile(name(ofPage: page.number)).write(printed.value)
            return printed.diagnostics
        }
    }

    /// The name of a page's file. Those of the second and later pages contain the page number; a PDF has all pages.
    private func name(ofPage number: Int) -> String {
        let output = output ?? withoutExtension(file) + ".pdf"
        return number == 1 ? output : withoutExtension(output) + "-\(number).png"
    }

    private func withoutExtension(_ path: String) -> String {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return path }
        return String(path[..<dot])
    }
}

/// A type size on the command line: 9pt or 3.2mm.
struct TypeSize: ExpressibleByArgument {
    var length: Length

    /// The sizes that newspapers use. Smaller type cannot be read.
    private static let range = Length.pt(2)...Length.pt(300)

    init(length: Length) { self.length = length }

    init?(argument: String) {
        let units: [(String, (Double) -> Length)] = [("pt", Length.pt), ("mm", Length.mm)]
        for (unit, length) in units where argument.hasSuffix(unit) {
            guard let value = Double(argument.dropLast(unit.count)), Self.range.contains(length(value)) else {
                return nil
            }
            self.length = length(value)
            return
        }
        return nil
    }

    var defaultValueDescription: String {
        "\(length.points == length.points.rounded() ? String(Int(length.points)) : String(length.points))pt"
    }
}
