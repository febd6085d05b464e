import ArgumentParser
import Copy
import Diagnostics
import Press
import Printing

struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Converts raw copy to an edition: Markdown stories and edition.yaml, with guesses marked.")

    @Argument(help: "A .txt file of raw copy.")
    var raw: String

    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("The edition's folder, which must not contain an edition yet.", valueName: "folder"))
    var output: String

    @Option(help: "The layout of the page.")
    var layout = "broadsheet-front"

    func run() throws {
        try reporting {
            let source = try CopyDecoder.decode(try TextFile(raw).bytes(), file: raw)
            let copy = RawCopyReader().read(source.value)
            try NewEdition(output).write(EditionWriter(layout: layout).files(for: copy, readFrom: raw))
            return source.diagnostics + copy.diagnostics
        }
    }
}
