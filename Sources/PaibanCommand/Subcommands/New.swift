import ArgumentParser
import Copy
import Diagnostics
import Press

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Makes a new day's folder: edition.yaml, and places for copy and photos.",
        discussion: """
            With --from its edition.yaml is that of another day, with the day and the issue counted on; the copy, photos, \
            notices and weather of that day are left out, and the paper's own layouts and fonts come along. Each page's \
            stories then go into a folder of their own: copy/1, copy/2 …
            """)

    @Argument(help: "The new edition's folder; it must not hold an edition yet.")
    var edition: String

    @Option(help: ArgumentHelp("The folder of an edition to go on from.", valueName: "edition"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The edition's day; the folder's name if that is one, else the day after the other's.",
            valueName: "2023-06-21"),
        transform: day)
    var date: CalendarDate?

    @Option(help: "The layout of its page, where there is no other edition to go on from.")
    var layout = "broadsheet-front"

    func run() throws {
        try reporting {
            let name = edition.split(separator: "/").last.map(String.init) ?? ""
            let day = date ?? CalendarDate(parsing: name)
            guard let from else {
                let file = EditionWriter.File(path: "edition.yaml", text: NextEdition.first(date: day, layout: layout))
                try NewEdition(edition).write([file], folders: ["copy"])
                return []
            }
            let path = from + "/edition.yaml"
            let text = try CopyDecoder.decode(try TextFile(path).bytes(), file: path).value.lines.joined(
                separator: "\n")
            let next = try NextEdition(after: text, file: path, date: day)
            try NewEdition(edition).write(
                [EditionWriter.File(path: "edition.yaml", text: next.text)],
                copies: NewEdition.paperFiles(of: from), folders: next.copyFolders)
            return []
        }
    }
}

private func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(parsing: text) else {
        throw ValidationError("“\(text)” is no day that the calendar has, as 2023-06-21")
    }
    return day
}
