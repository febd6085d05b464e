import ArgumentParser
import Copy
import Diagnostics
import Press

/// The edition that a command works on.
struct EditionArgument: ParsableArguments {
    @Argument(help: "A folder with edition.yaml, or a raw-copy .txt.")
    var edition: String

    /// The path without its ending or a slash at its end: what output files are named after.
    var name: String {
        var path = edition
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        return path.hasSuffix(".txt") ? String(path.dropLast(4)) : path
    }

    /// Reads the edition and makes its pages. Errors in the copy and in the layouts come together.
    func make(pages: PageNumbers? = nil, _ options: ResourceOptions) throws -> Reported<MadeEdition> {
        let read = try EditionReader().read(edition)
        let count = read.value.pages.count
        if let wrong = pages?.numbers.first(where: { !(1...count).contains($0) }) {
            throw Rejected([.error(at: nil, "there is no page \(wrong): the edition has \(count)")])
        }
        let resources = options.resources(for: read.value.folder)
        let fonts = try resources.openFonts()
        let made = try EditionPress(resources: resources, fonts: fonts).make(read.value, pages: pages.map { Set($0.numbers) })
        return Reported(made.value, read.diagnostics + made.diagnostics)
    }
}

/// Page numbers as an editor writes them: 1,3-4.
struct PageNumbers: ExpressibleByArgument {
    var numbers: [Int]

    init?(argument: String) {
        numbers = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first > 0,
                first <= last, last < 10_000
            else { return nil }
            numbers += first...last
        }
    }
}
