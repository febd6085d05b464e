import Glibc

/// A line on the terminal that tells how far a run has come, and that leaves nothing behind.
struct Progress: Sendable {
    /// Nil where nobody looks: into a pipe or a file nothing of it is written.
    static var onTerminal: Progress? { isatty(STDERR_FILENO) == 1 ? Progress() : nil }

    /// A run of fewer pages is over before the line could be read.
    private static let fewest = 4

    func show(made: Int, of total: Int) {
        guard total >= Self.fewest else { return }
        var standardError = StandardError()
        standardError.write(made < total ? "\r\(made) of \(total) pages" : "\r\u{1B}[K")
    }
}
