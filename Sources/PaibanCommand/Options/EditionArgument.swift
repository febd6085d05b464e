import ArgumentParser
import Copy
import Diagnostics
import Files
import Press

/// The edition that a command works on.
struct EditionArgument: ParsableArguments {
    @Argument(
        help: "A folder with edition.yaml, or a file of raw copy (.txt) or of one story (.md), which gets its own page."
    )
    var edition: String

    /// The name for output files: the path without its extension or trailing slash.
    var name: String {
        var path = edition
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        // “paiban build .” names the file after the folder.
        if path == ".", let folder = resolvingLinks(path) {
            return folder.split(separator: "/").last.map(String.init) ?? "edition"
        }
        let ending = [".txt", ".md", ".markdown"].first(where: path.lowercased().hasSuffix)
        return String(path.dropLast(ending?.count ?? 0))
    }

    /// Reads the edition.
    ///
    /// - Throws: `DiagnosticsError` with all errors in the copy.
    func read() throws -> Reported<Edition> { try EditionReader().read(edition) }

    /// The files that no output of the command replaces.
    func files(of read: Edition, _ resources: ResourceOptions, profile: String? = nil) -> EditionFiles {
        EditionFiles(edition: read.folder, resources: resources.resources(for: read.folder))
            .adding(profile, as: "the press's profile").adding(edition, as: "copy of the edition")
    }

    /// Makes the pages of the edition that was read.
    ///
    /// - Throws: `DiagnosticsError` with all errors in the layouts.
    func make(
        _ read: Reported<Edition>, pages: PageNumbers? = nil, keeping dummy: EditionDummy? = nil,
        _ options: ResourceOptions, jobs: Int = 1, guides: Bool = false, needsPhotos: Bool = false
    ) throws -> Reported<ComposedEdition> {
        let resources = options.resources(for: read.value.folder)
        let made = try EditionPress(resources: resources, jobs: jobs).make(
            read.value,
            EditionPress.Options(
                pages: pages.map { Set($0.numbers) }, dummy: dummy, hasGuides: guides, needsPhotos: needsPhotos,
                progress: Progress.onTerminal?.show))
        return Reported(made.value, read.diagnostics + made.diagnostics)
    }
}

/// Page numbers and ranges, such as 1,3-4.
struct PageNumbers: ExpressibleByArgument {
    var numbers: [Int]

    /// No edition has more pages. The limit catches a mistake such as 1-99999999.
    static let maxNumber = 9_999

    init(_ number: Int) { numbers = [number] }

    init?(argument: String) {
        numbers = []
        for part in argument.split(separator: ",", omittingEmptySubsequences: false) {
            let ends = part.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
            guard (1...2).contains(ends.count), let first = ends[0], let last = ends[ends.count - 1], first > 0,
                first <= last, last <= Self.maxNumber
            else { return nil }
            numbers += first...last
        }
    }
}
