internal import Copy
internal import Diagnostics
internal import Press

/// Finds what on the pages a diagnostic speaks of: by its file and line the story whose copy that is, else the page
/// that edition.yaml or a layout file makes so.
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
        let page = layouts.filter { place.file == "\($0.value).yaml" || place.file.hasSuffix("/\($0.value).yaml") }
        if let first = page.keys.min() { return first }
        guard let edition else { return nil }
        let before = edition.pages.indices.filter {
            edition.pages[$0].layoutPlace.file == place.file && edition.pages[$0].layoutPlace.line <= place.line
        }
        return before.last.map { $0 + 1 }
    }
}
