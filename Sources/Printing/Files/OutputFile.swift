internal import Diagnostics
internal import Glibc

/// A file that is written whole or not at all.
///
///     try OutputFile("2023-06-21.pdf").write(pdf)
///
/// The bytes go to a temporary file beside the target, which then takes the target's name in one step. Whoever reads
/// the target meanwhile sees the old file or the new one; when something fails, the old one stays and nothing is left
/// lying about. A device or a pipe cannot be replaced and is simply written to.
public struct OutputFile: Hashable, Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    /// Writes the file; throws `DiagnosticsError`, with one error, when that fails.
    public func write(_ bytes: [UInt8]) throws {
        do {
            var old = stat()
            let exists = stat(path, &old) == 0
            if exists, ![S_IFREG, S_IFDIR].contains(old.st_mode & S_IFMT) {
                return try Self.fill(path, with: bytes, flags: O_WRONLY)
            }
            // A link is followed, so that it goes on being one.
            let target = exists ? realpath(path, nil) : nil
            defer { free(target) }
            try Self.replace(target.map { String(cString: $0) } ?? path, with: bytes, mode: exists ? old.st_mode : nil)
        } catch let error as ErrorNumber {
            throw DiagnosticsError([.error(at: SourcePlace(file: path), "the file cannot be written: \(error)")])
        }
    }

    /// - Parameter mode: the old file's permissions, which the new one takes over.
    private static func replace(_ target: String, with bytes: [UInt8], mode: mode_t?) throws {
        let cut = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
        let temporary = "\(target[..<cut]).\(target[cut...]).\(UInt32.random(in: 0...UInt32.max)).tmp"
        do {
            if try !fillNameless(temporary, in: cut == target.startIndex ? "." : String(target[..<cut]), with: bytes) {
                try fill(temporary, with: bytes, flags: O_WRONLY | O_CREAT | O_EXCL)
            }
            if let mode, chmod(temporary, mode & 0o7777) != 0 { throw ErrorNumber.last }
            if rename(temporary, target) != 0 { throw ErrorNumber.last }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Writes a file that gets its name only when it is whole, so that a program that is killed meanwhile leaves nothing
    /// behind.
    ///
    /// - Returns: false where the file system or the machine knows no such files.
    private static func fillNameless(_ path: String, in folder: String, with bytes: [UInt8]) throws -> Bool {
        // O_TMPFILE, whose definition Swift cannot read.
        let descriptor = open(folder, 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        try write(bytes, to: descriptor)
        return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    }

    private static func fill(_ path: String, with bytes: [UInt8], flags: Int32) throws {
        let descriptor = open(path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw ErrorNumber.last }
        do {
            try write(bytes, to: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw ErrorNumber.last }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw ErrorNumber.last }
            written += count
        }
    }
}
