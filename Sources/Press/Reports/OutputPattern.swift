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
        guard isSplit else { return [(name(of: document, page: nil), document)] }
        return document.pages.map { page in
            var single = document
            single.pages = [page]
            single.outline = document.outline.filter { $0.target == .page(page.number) }
            return (name(of: document, page: page.number), single)
        }
    }

    /// Page numbers have at least two digits, so that files sort in the order of their pages.
    private func name(of document: Document, page: Int?) -> String {
        let number = page.map { $0 < 10 ? "0\($0)" : String($0) } ?? ""
        return pattern.replacing("{page}", with: number)
            .replacing("{date}", with: document.date.filter { $0 != "-" })
    }
}
