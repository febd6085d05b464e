import ArgumentParser
import Copy
import Diagnostics
import Press

struct New: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Creates a new day's folder: edition.yaml, and folders for copy and photos.",
        discussion: """
            With --from, edition.yaml is that of another day with the date and the issue number increased. That day's \
            copy, photos, notices and weather are left out; the paper's own layouts and fonts are copied. Each page's \
            stories go into a folder of their own: copy/1, copy/2 …
            """)

    @Argument(help: "The new edition's folder, which must not contain an edition yet.")
    var edition: String

    @Option(help: ArgumentHelp("The folder of the edition to continue from.", valueName: "edition"))
    var from: String?

    @Option(
        help: ArgumentHelp(
            "The edition's date; by default the folder's name if it is a date, else the day after the other edition's.",
            valueName: "2023-06-21"),
        transform: day)
    var date: CalendarDate?

    @Option(help: "The layout of the page if there is no edition to continue from.")
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
            let source = try EditionReader.source(ofFolder: from).value
            let next = try NextEdition(after: source.lines.joined(separator: "\n"), file: source.file, date: day)
            let paper = NewEdition.paperFiles(of: from)
            try NewEdition(edition).write(
                [EditionWriter.File(path: "edition.yaml", text: next.text)], copies: paper.value,
                folders: next.copyFolders)
            return paper.diagnostics
        }
    }
}

private func day(_ text: String) throws -> CalendarDate {
    guard let day = CalendarDate(parsing: text) else {
        throw ValidationError("“\(text)” is not a valid date such as 2023-06-21")
    }
    return day
}
