internal import Makeup
internal import Pages

/// The pages that browsers may ask for: those of now, and of each the one before the last change.
///
/// Every state of a page has a number of its own, which no later run of the program gives again, so that a picture once
/// fetched is right for ever.
struct PageArchive: Sendable {
    struct Entry: Sendable {
        var number: Int
        var page: Page
        var guides: PageGuides?
        /// The pictures' files as they were.
        var files: [FileStamp]
    }

    /// The newest last, by page number.
    private var states: [Int: [Entry]] = [:]
    /// Begins anywhere: a browser that is still open keeps what it had from the last run under that one's numbers.
    private var last = Int.random(in: 0..<(1 << 50))

    /// A state that has just been replaced, and one more: a browser may still be asking for it.
    private static let kept = 3

    /// Takes an edition's pages; those that are as they were keep their numbers.
    mutating func take(_ pages: [Page], guides: [PageGuides]) {
        for page in pages {
            let files = Set(page.images.map(\.file)).sorted().map(FileStamp.init)
            let guides = guides.first { $0.page == page.number }
            if let newest = states[page.number]?.last, newest.page == page, newest.files == files {
                // Guides may change where no ink does.
                if newest.guides == guides { continue }
                states[page.number]!.removeLast()
            }
            last += 1
            states[page.number, default: []].append(Entry(number: last, page: page, guides: guides, files: files))
            states[page.number] = states[page.number]!.suffix(Self.kept)
        }
        let numbers = Set(pages.map(\.number))
        states = states.filter { numbers.contains($0.key) }
    }

    /// The numbers of a page's state now, and before.
    func pictures(ofPage number: Int) -> (now: Int, before: Int?)? {
        guard let entries = states[number], let now = entries.last else { return nil }
        return (now.number, entries.dropLast().last?.number)
    }

    /// The state with a number; nil when it is too old.
    subscript(number: Int) -> Entry? { states.values.joined().first { $0.number == number } }
}
