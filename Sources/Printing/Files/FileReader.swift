internal import Glibc

/// A file open for reading here and there, closed when the reader goes.
struct FileReader: ~Copyable {
    private let descriptor: Int32
    /// Bytes in the file.
    let count: Int

    init(_ path: String) throws(PhotoFile.Unusable) {
        // Whoever opens a pipe otherwise waits until somebody writes into it.
        descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else {
            throw PhotoFile.Unusable(errno == ENOENT ? "is not there" : "cannot be read: \(ErrorNumber.last)")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw PhotoFile.Unusable("is no file")
        }
        count = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// So many bytes from a place on, fewer where the file ends.
    func bytes(at offset: Int, count wanted: Int) -> [UInt8] {
        guard offset >= 0, wanted > 0, offset < count else { return [] }
        return Array(unsafeUninitializedCapacity: min(wanted, count - offset)) { buffer, filled in
            while filled < buffer.count {
                let got = pread(descriptor, buffer.baseAddress! + filled, buffer.count - filled, off_t(offset + filled))
                if got < 0, errno == EINTR { continue }
                guard got > 0 else { return }
                filled += got
            }
        }
    }
}

/// The system's word on why a call failed.
struct ErrorNumber: Error, Hashable, CustomStringConvertible {
    let raw: Int32

    init(_ raw: Int32) { self.raw = raw }

    /// What the last call on this thread left behind.
    static var last: ErrorNumber { ErrorNumber(errno) }

    /// The system's sentence, as in “No such file or directory”.
    var description: String { String(cString: strerror(raw)) }
}
