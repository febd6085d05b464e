public import Copy
public import Pages

/// The name of an output file, or of one file for each page, as printing houses ask for: `JJ{date}-{page}.pdf` gives
/// `JJ20230621-01.pdf`, `JJ20230621-02.pdf` and so on.
public struct OutputPattern: Sendable {
    private let pattern: String

    public init(_ pattern: String) { self.pattern = pattern }

    /// Whether each page is a file of its own.
    public var isSplit: Bool { pattern.contains("{page}") }

    /// The names in braces that have no meaning.
    public var unknown: [String] {
        pattern.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap { part in
            let name = part.prefix { $0 != "}" }
            return name.endIndex < part.endIndex && !["page", "date"].contains(name) ? String(name) : nil
        }
    }

    /// The document's files: one for each page, or one for all.
    public func files(of document: Document) -> [(name: String, document: Document)] {
        guard isSplit else { return [(name(date: document.date, page: nil), document)] }
        return document.pages.map { page in
            var single = document
            single.pages = [page]
            single.outline = document.outline.filter { $0.target == .page(page.number) }
            return (name(date: document.date, page: page.number), single)
        }
    }

    /// The names that an edition's files will have, before its pages are made.
    ///
    /// - Parameter pages: the numbers of the pages that are wanted; nil for all.
    /// - Returns: the names of files that are certain to be written, and those of pages that the edition may turn out to
    ///   have.
    public func names(for edition: Edition, pages: Set<Int>? = nil) -> (certain: [String], possible: [String]) {
        let date = edition.date?.iso ?? ""
        guard isSplit else { return ([name(date: date, page: nil)], []) }
        func names(_ numbers: some Sequence<Int>) -> [String] { numbers.map { name(date: date, page: $0) } }
        guard let allotment = edition.allotment else {
            // The left page of a spread is the sheet of both.
            let wanted = pages.map { Set($0.map { isRight($0, edition) ? $0 - 1 : $0 }) }
            let numbers = 1...max(1, edition.pages.count)
            return (names(numbers.filter { !isRight($0, edition) && wanted?.contains($0) ?? true }), [])
        }
        let all = 1...(allotment.count ?? Allotment.maxPages)
        let certain = pages?.sorted() ?? Array(1...(allotment.count ?? 1))
        return (names(certain), pages == nil ? names(all.dropFirst(certain.count)) : [])
    }

    private func isRight(_ number: Int, _ edition: Edition) -> Bool {
        edition.pages.indices.contains(number - 1) && edition.pages[number - 1].half == .right
    }

    /// Page numbers have at least two digits, so that files sort in the order of their pages.
    private func name(date: String, page: Int?) -> String {
        let number = page.map { $0 < 10 ? "0\($0)" : String($0) } ?? ""
        return pattern.replacing("{page}", with: number)
            .replacing("{date}", with: date.filter { $0 != "-" })
    }
}
