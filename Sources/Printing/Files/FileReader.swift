internal import Glibc

/// A regular file open for reading at any offset. The descriptor is closed when the reader is destroyed.
struct FileReader: ~Copyable {
    private let descriptor: Int32
    /// The file's size in bytes.
    let count: Int

    /// - Throws: `PhotoFile.Unusable` when the file does not exist, cannot be opened or is not a regular file.
    init(_ path: String) throws(PhotoFile.Unusable) {
        // Without O_NONBLOCK, opening a pipe blocks until another process writes to it.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw PhotoFile.Unusable(errno == ENOENT ? "does not exist" : "cannot be read: \(SystemError.last)")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw PhotoFile.Unusable("is not a file")
        }
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// Up to `length` bytes from `offset`; fewer at the end of the file or after a read error.
    func bytes(at offset: Int, count length: Int) -> [UInt8] {
        guard offset >= 0, length > 0, offset < count else { return [] }
        return Array(unsafeUninitializedCapacity: min(length, count - offset)) { buffer, filled in
            while filled < buffer.count {
                let read = pread(
                    descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(offset + filled))
                if read < 0, errno == EINTR { continue }
                guard read > 0 else { return }
                filled += read
            }
        }
    }
}

/// An error number of the operating system (errno).
struct SystemError: Error, Hashable, CustomStringConvertible {
    let code: Int32

    init(_ code: Int32) { self.code = code }

    /// The error of the last failed call on this thread.
    static var last: SystemError { SystemError(errno) }

    /// The system's message, such as “No such file or directory”.
    var description: String { String(cString: strerror(code)) }
}
