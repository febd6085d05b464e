internal import Concurrency
internal import Copy
internal import Diagnostics
internal import Press
internal import Synchronization

/// Composes the pages of editions.
///
///     let compositor = Compositor()
///     let composed = try await compositor.compose(edition)
///     try await composed.pdf().write(to: "2023-06-21.pdf")
///
/// A compositor keeps its fonts open, so a program that makes pages again and again keeps its compositor. It may compose
/// several editions at once. The work is executed on threads of the system and never on those of Swift's tasks.
public final class Compositor: Sendable {
    private let layouts: [String]
    private let fonts: [String]
    /// How many pages are made at once.
    let jobs: Int
    let queue: WorkQueue
    /// The press of the last edition: editions with the same folders share it, and with it the open fonts.
    private let press = Mutex<(resources: Resources, press: EditionPress)?>(nil)

    /// Creates a compositor.
    ///
    /// Layouts and fonts are searched in the folder of the edition, then in these folders, then among those that come
    /// with Paiban; fonts at last among the system's.
    ///
    /// - Parameters:
    ///   - layouts: folders of layout files.
    ///   - fonts: folders of fonts and of `roles.yaml`, which says which font each role has.
    ///   - jobs: how many pages are made at once, and how many calls are executed at once; as many as the processor has
    ///     cores unless given. The pages are the same for every number.
    public init(layouts: [String] = [], fonts: [String] = [], jobs: Int? = nil) {
        self.layouts = layouts
        self.fonts = fonts
        self.jobs = max(1, jobs ?? Cores.count)
        queue = WorkQueue(limit: self.jobs)
    }

    /// Composes the pages of an edition.
    ///
    /// A story that is too long, a photo that is missing or a character that no font has does not prevent the pages from
    /// being composed: the diagnostics of the result tell of them.
    ///
    /// - Parameters:
    ///   - edition: the edition.
    ///   - pages: the numbers of the pages wanted, from 1; nil for all. Only these are composed, and those that share
    ///     articles with them.
    ///   - previous: an earlier result, whose articles stay at their places while they fit.
    ///   - progress: receives how many pages are composed, of how many. It is called on the thread that composed them,
    ///     and has to return soon. Automatic pages are counted as they are estimated: it begins anew when the articles need
    ///     another page, and the last pages are left out when no article is left for them.
    /// - Throws: ``EditionError`` if the pages cannot be made, such as for a layout with errors; `CancellationError` when
    ///   the task was cancelled.
    public func compose(
        _ edition: Edition, pages: Set<Int>? = nil, keeping previous: ComposedEdition? = nil,
        progress: (@Sendable (_ composed: Int, _ total: Int) -> Void)? = nil
    ) async throws -> ComposedEdition {
        try await queue.run { [self] cancellation in
            let converted = try EditionConverter.convert(edition)
            return try EditionError.translating(names: converted.files.names) {
                let composed = try press(for: edition.folder).make(
                    converted.edition,
                    EditionPress.Options(
                        pages: pages, dummy: previous?.dummy, cancellation: cancellation, progress: progress))
                return ComposedEdition(
                    Reported(composed.value, converted.warnings + composed.diagnostics), converted.files, self,
                    inputs: inputs(of: converted.edition, edition.folder))
            }
        }
    }

    /// The files of an edition: its folder's, and copy and pictures that the program names.
    private func inputs(of edition: Copy.Edition, _ folder: String?) -> EditionFiles {
        let articles =
            edition.pages.flatMap(\.articles) + (edition.allotment?.articles ?? []) + edition.fillers
        let notices = edition.pages.flatMap(\.notices) + (edition.allotment?.notices.values.joined().map { $0 } ?? [])
        var pictures = articles.flatMap(\.photos).compactMap(\.file)
        for notice in notices { if case .image(let file) = notice.content { pictures.append(file) } }
        var files = EditionFiles(edition: folder, resources: resources(for: folder))
        for picture in Set(pictures).sorted() { files = files.adding(picture, as: "a picture of the edition") }
        for file in Set(articles.map(\.place.file)).sorted() { files = files.adding(file, as: "copy of the edition") }
        return files
    }

    private func resources(for folder: String?) -> Resources {
        Resources(edition: folder, layouts: layouts, fonts: fonts)
    }

    private func press(for folder: String?) -> EditionPress {
        let resources = resources(for: folder)
        return press.withLock { press in
            if let press, press.resources == resources { return press.press }
            let new = EditionPress(resources: resources, jobs: jobs)
            press = (resources, new)
            return new
        }
    }
}
