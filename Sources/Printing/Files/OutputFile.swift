internal import Diagnostics
internal import Files
internal import Glibc

/// A file that is written completely or not at all.
///
///     try OutputFile("2023-06-21.pdf").write(pdf)
///
/// The bytes go to a temporary file in the target's folder, which is then renamed to the target. A reader sees either
/// the old file or the new one. After an error the old file is unchanged and no temporary file remains. A device or a
/// pipe cannot be replaced, so it is written to directly. Which files may be replaced is the rule of `OutputCheck`.
public struct OutputFile: Hashable, Sendable {
    public let path: String

    public init(_ path: String) { self.path = path }

    /// Writes the file.
    ///
    /// - Throws: `DiagnosticsError` with one error when the file cannot be written, also for a limit to the size of files
    ///   and for a pipe that no program reads.
    public func write(_ bytes: [UInt8]) throws {
        do {
            try WriteSignals.blocked { try writeFile(bytes) }
        } catch let error as SystemError {
            throw DiagnosticsError([.error(at: SourcePlace(file: path), "the file cannot be written: \(error)")])
        } catch is UnreadPipe {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: path), "the pipe cannot be written: no program reads from it",
                    hints: "start the program that reads first, or name a file")
            ])
        }
    }

    private struct UnreadPipe: Error {}

    private func writeFile(_ bytes: [UInt8]) throws {
        var status = stat()
        let exists = stat(path, &status) == 0
        if exists, ![S_IFREG, S_IFDIR].contains(status.st_mode & S_IFMT) {
            // Without O_NONBLOCK, opening a pipe blocks until another program reads from it.
            do {
                return try Self.write(bytes, toFileAt: path, flags: O_WRONLY | O_NONBLOCK | O_NOCTTY)
            } catch let error as SystemError where error.code == ENXIO && status.st_mode & S_IFMT == S_IFIFO {
                throw UnreadPipe()
            }
        }
        // Replace the file that a symbolic link points to, not the link.
        let target = exists ? resolvingLinks(path) : nil
        try Self.replace(target ?? path, with: bytes, mode: exists ? status.st_mode : nil)
    }

    /// - Parameter mode: the permissions to give the new file, those of the file that it replaces.
    private static func replace(_ target: String, with bytes: [UInt8], mode: mode_t?) throws {
        let nameStart = target.lastIndex(of: "/").map(target.index(after:)) ?? target.startIndex
        let folder = nameStart == target.startIndex ? "." : String(target[..<nameStart])
        let temporary = "\(target[..<nameStart]).\(target[nameStart...]).\(UInt32.random(in: 0...UInt32.max)).tmp"
        do {
            if try !write(bytes, toUnnamedFileLinkedAs: temporary, in: folder) {
                try write(bytes, toFileAt: temporary, flags: O_WRONLY | O_CREAT | O_EXCL)
            }
            if let mode, chmod(temporary, mode & 0o7777) != 0 { throw SystemError.last }
            if rename(temporary, target) != 0 { throw SystemError.last }
        } catch {
            unlink(temporary)
            throw error
        }
    }

    /// Writes a file without a name and links it into the folder when it is complete. If the process is killed while it
    /// writes, nothing remains.
    ///
    /// - Returns: false if the file system or the kernel does not support unnamed files.
    private static func write(
        _ bytes: [UInt8], toUnnamedFileLinkedAs path: String, in folder: String
    ) throws -> Bool {
        // O_TMPFILE; Swift cannot import its definition.
        let descriptor = open(folder, 0o20_000_000 | O_DIRECTORY | O_WRONLY | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        try write(bytes, to: descriptor)
        return linkat(AT_FDCWD, "/proc/self/fd/\(descriptor)", AT_FDCWD, path, AT_SYMLINK_FOLLOW) == 0
    }

    private static func write(_ bytes: [UInt8], toFileAt path: String, flags: Int32) throws {
        let descriptor = open(path, flags | O_CLOEXEC, 0o666)
        guard descriptor >= 0 else { throw SystemError.last }
        do {
            try write(bytes, to: descriptor)
        } catch {
            close(descriptor)
            throw error
        }
        guard close(descriptor) == 0 else { throw SystemError.last }
    }

    private static func write(_ bytes: [UInt8], to descriptor: Int32) throws {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes {
                Glibc.write(descriptor, $0.baseAddress! + written, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            if count < 0, errno == EAGAIN {
                try waitForReader(of: descriptor)
                continue
            }
            guard count >= 0 else { throw SystemError.last }
            written += count
        }
    }

    /// How long a pipe or terminal may take nothing, in milliseconds. A program that reads takes something sooner.
    private static let patience: Int32 = 10_000

    private static func waitForReader(of descriptor: Int32) throws {
        var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        let count = poll(&waiting, 1, patience)
        if count == 0 { throw UnreadPipe() }
        if count < 0, errno != EINTR { throw SystemError.last }
    }
}
