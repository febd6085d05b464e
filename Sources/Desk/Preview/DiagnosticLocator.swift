internal import Copy
internal import Diagnostics
internal import Press

/// Finds the page and the story that a diagnostic concerns, by its file and line.
///
/// In a story's copy it is that story. Else it is the page that the story was assigned to, or the page that a line of
/// edition.yaml or a layout file defines.
struct DiagnosticLocator {
    let edition: Edition?
    let stories: [PlacedStory]
    /// The name of each page's layout, by page number.
    let layouts: [Int: String]

    func problem(_ diagnostic: Diagnostic) -> PreviewState.Problem {
        let story = diagnostic.place.flatMap(story)
        return PreviewState.Problem(
            diagnostic, page: story?.page ?? diagnostic.place.flatMap(page), story: story?.id)
    }

    /// The last story of the file that begins at the line or before it.
    private func story(at place: SourcePlace) -> PlacedStory? {
        stories.filter { $0.place.file == place.file && $0.place.line <= max(1, place.line) && $0.continuedFrom == nil }
            .max { $0.place.line < $1.place.line }
    }

    private func page(at place: SourcePlace) -> Int? {
        let pages = edition?.pages ?? []
        // A story that found no room is not among `stories`, but it was assigned to a page.
        let assigned = pages.firstIndex { page in
            page.articles.contains { $0.place.file == place.file && $0.place.line <= max(1, place.line) }
                || page.notices.contains { $0.place.file == place.file && $0.place.line == place.line }
        }
        if let assigned { return assigned + 1 }
        let withLayout = layouts.filter {
            place.file == "\($0.value).yaml" || place.file.hasSuffix("/\($0.value).yaml")
        }
        if let first = withLayout.keys.min() { return first }
        let preceding = pages.indices.filter {
            pages[$0].layoutPlace.file == place.file && pages[$0].layoutPlace.line <= place.line
        }
        return preceding.last.map { $0 + 1 }
    }
}

extension PreviewState.Problem {
    init(_ diagnostic: Diagnostic, page: Int?, story: String? = nil) {
        self.init(
            isError: diagnostic.severity == .error, message: diagnostic.message, hints: diagnostic.hints,
            file: diagnostic.place?.file, line: diagnostic.place?.line ?? 0, column: diagnostic.place?.column ?? 0,
            excerpt: diagnostic.place?.shortExcerpt, page: page, story: story)
    }
}
