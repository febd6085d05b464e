internal import Dispatch
internal import Fonts
internal import Synchronization
internal import Typesetting

/// Typesetters to borrow: opening one reads every font folder, so a run opens as many as it has workers, and a program
/// that makes an edition again and again keeps them.
final class TypesetterPool: Sendable {
    private let open: @Sendable () throws -> FontBook
    private let hyphenation: HyphenationPatterns
    private let free = Mutex<[String: [Lent]]>([:])

    init(hyphenation: HyphenationPatterns, _ open: @escaping @Sendable () throws -> FontBook) {
        self.hyphenation = hyphenation
        self.open = open
    }

    /// A typesetter in the hands of whoever took it off the shelf.
    ///
    /// Unchecked: typesetters go from thread to thread, but no two ever hold the same one.
    private struct Lent: @unchecked Sendable {
        let typesetter: Typesetter
    }

    /// Opens so many in the background, for hands that will ask for one soon.
    func prepare(_ count: Int, for language: String) {
        for _ in 0..<count {
            DispatchQueue.global(qos: .userInitiated).async { [self] in try? lend(for: language) { _ in } }
        }
    }

    /// Lends a typesetter that nobody else uses for as long as the work takes.
    func lend<Result>(for language: String, _ work: (Typesetter) throws -> Result) throws -> Result {
        let lent =
            try free.withLock { $0[language]?.popLast() }
            ?? Lent(typesetter: Typesetter(fonts: open(), language: language, hyphenation: hyphenation))
        defer { free.withLock { $0[language, default: []].append(lent) } }
        return try work(lent.typesetter)
    }
}
