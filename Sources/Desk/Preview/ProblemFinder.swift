internal import Copy
internal import Diagnostics
internal import Press

/// Finds what on the pages a diagnostic speaks of: by its file and line the story whose copy that is, else the page
/// that was to hold the story, or that edition.yaml or a layout file makes so.
struct ProblemFinder {
    let edition: Edition?
    let stories: [PlacedStory]
    /// The name of each page's layout, by the page's number.
    let layouts: [Int: String]

    func problem(_ diagnostic: Diagnostic) -> PreviewState.Problem {
        let story = diagnostic.place.flatMap(story)
        return PreviewState.Problem(
            isError: diagnostic.severity == .error, message: diagnostic.message, hints: diagnostic.hints,
            file: diagnostic.place?.file, line: diagnostic.place?.line ?? 0, column: diagnostic.place?.column ?? 0,
            excerpt: diagnostic.place?.excerpt, page: story?.page ?? diagnostic.place.flatMap(page), story: story?.id)
    }

    /// The last story of the file that begins at the line or before.
    private func story(at place: SourcePlace) -> PlacedStory? {
        stories.filter { $0.place.file == place.file && $0.place.line <= max(1, place.line) && $0.continuedFrom == nil }
            .max { $0.place.line < $1.place.line }
    }

    private func page(at place: SourcePlace) -> Int? {
        let pages = edition?.pages ?? []
        // Copy that found no room was given to a page all the same.
        let given = pages.firstIndex { page in
            page.articles.contains { $0.place.file == place.file && $0.place.line <= max(1, place.line) }
                || page.notices.contains { $0.place.file == place.file && $0.place.line == place.line }
        }
        if let given { return given + 1 }
        let drawn = layouts.filter { place.file == "\($0.value).yaml" || place.file.hasSuffix("/\($0.value).yaml") }
        if let first = drawn.keys.min() { return first }
        let before = pages.indices.filter {
            pages[$0].layoutPlace.file == place.file && pages[$0].layoutPlace.line <= place.line
        }
        return before.last.map { $0 + 1 }
    }
}
