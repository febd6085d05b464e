internal import Glibc

/// Reads files that users write: copy, editions, layouts, font roles, dummies.
///
/// The size is known before anything is read, so a file of a wrong kind, or one with a hole of gigabytes, takes no memory.
/// Only regular files are read: a pipe would block until another process writes to it.
public enum InputFile {
    /// The most bytes of a text. A broadsheet page has 30 KB of copy, and a year of such pages is 11 MB; of this size, a
    /// story takes a second.
    public static let mostTextBytes = 4 << 20

    /// The contents of a text file; nil if there is no such file, or if it is not a regular file or not readable.
    ///
    /// - Parameter limit: the most bytes.
    /// - Throws: `DiagnosticsError` if the file has more bytes.
    public static func bytes(of path: String, limit: Int = mostTextBytes) throws -> [UInt8]? {
        guard !path.utf8.contains(0) else { return nil }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { return nil }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
        let size = Int(status.st_size)
        guard size <= limit else {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: path), "the file has \(size) bytes, and at most \(limit) are read",
                    hints: "is it the right file? A long text can be divided into several files")
            ])
        }
        var isRead = true
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
            while filled < buffer.count {
                let count = read(descriptor, buffer.baseAddress! + filled, buffer.count - filled)
                if count < 0, errno == EINTR { continue }
                if count < 0 { isRead = false }
                guard count > 0 else { return }
                filled += count
            }
        }
        return isRead ? bytes : nil
    }
}
