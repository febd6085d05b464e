internal import Glibc

/// A regular file open for reading at any offset. The descriptor is closed when the reader is destroyed.
struct FileReader: ~Copyable {
    private let descriptor: Int32
    /// The file's size in bytes.
    let count: Int

    /// - Parameter most: the size in bytes of the largest file that is accepted.
    /// - Throws: `PhotoFile.Unusable` when the file does not exist, cannot be opened, is not a regular file or is too
    ///   large.
    init(_ path: String, most: Int) throws(PhotoFile.Unusable) {
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
        guard status.st_size <= most else {
            close(descriptor)
            throw PhotoFile.Unusable("has \(status.st_size >> 20) MB; the most is \(most >> 20) MB")
        }
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// The bytes of the whole file; fewer after a read error.
    func allBytes() -> [UInt8] { bytes(at: 0, count: count) }

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

/// A file as it is at one moment. Versions are equal if the file has not been changed or replaced.
struct FileVersion: Hashable {
    private var path: String
    private var numbers: [Int]

    /// The file's current version; nil if there is no such file.
    init?(_ path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        self.path = path
        numbers = [
            Int(status.st_dev), Int(status.st_ino), Int(status.st_size), status.st_mtim.tv_sec, status.st_mtim.tv_nsec,
        ]
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
