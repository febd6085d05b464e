internal import Makeup
internal import Pages

/// A page as it was made at some time.
struct PageVersion: Sendable {
    /// The number by which browsers ask for the version's pictures.
    var number: Int
    var page: Page
    var guides: PageGuides?
    /// The image files as they were.
    var images: [FileFingerprint]
}

/// The recent versions of each page, whose pictures browsers may ask for.
///
/// A version's number is never used again, not even by a later run of the program, so a picture never becomes outdated
/// under its URL.
struct PageArchive: Sendable {
    /// By page number, the newest version last.
    private var versions: [Int: [PageVersion]] = [:]
    /// The last number used. It starts at random, because a browser can still hold pictures from an earlier run.
    private var lastNumber = Int.random(in: 0..<(1 << 50))

    /// The current version, the one before, and one more, which a browser may still be asking for.
    private static let versionsPerPage = 3

    /// Adds the pages of an edition. A page that has not changed keeps its version.
    mutating func update(_ pages: [Page], guides: [PageGuides]) {
        for page in pages {
            let images = Set(page.images.map(\.file)).sorted().map(FileFingerprint.init)
            let guides = guides.first { $0.page == page.number }
            if let current = versions[page.number]?.last, current.page == page, current.images == images {
                if current.guides == guides { continue }
                // Guides can change without the page. Then they replace those of the current version.
                versions[page.number]!.removeLast()
            }
            lastNumber += 1
            versions[page.number, default: []].append(
                PageVersion(number: lastNumber, page: page, guides: guides, images: images))
            versions[page.number] = versions[page.number]!.suffix(Self.versionsPerPage)
        }
        let numbers = Set(pages.map(\.number))
        versions = versions.filter { numbers.contains($0.key) }
    }

    /// The numbers of a page's current version and of the one before.
    func pictures(ofPage number: Int) -> (current: Int, previous: Int?)? {
        guard let versions = versions[number], let current = versions.last else { return nil }
        return (current.number, versions.dropLast().last?.number)
    }

    /// The version with a number; nil when it has been discarded.
    subscript(number: Int) -> PageVersion? { versions.values.joined().first { $0.number == number } }
}
