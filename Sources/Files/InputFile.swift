internal import Glibc

/// Reads the files that users write: copy, layouts, settings.
public enum InputFile {
    /// The greatest size of a text file in bytes. A broadsheet page has 30 KB of copy, and a year of such pages is 11 MB. A
    /// larger file is a mistake, such as a video or a sparse file, which would fill the memory.
    public static let maxTextSize = 4 << 20

    /// Why a file cannot be read. The description is the end of a sentence: “does not exist”.
    public enum Failure: Error, Hashable, CustomStringConvertible {
        case missing
        /// It is a folder, a pipe, a socket or a device.
        case notAFile(FileKind)
        /// It has more bytes than the limit.
        case tooLarge(limit: Int)
        /// The system refuses, with an error number.
        case refused(Int32)

        public var description: String {
            switch self {
            case .missing: "does not exist"
            case .notAFile(let kind): "is \(kind.name), not a file"
            case .tooLarge(let limit): "is larger than \(limit >> 20) MB"
            case .refused(let code): "cannot be read: \(String(cString: strerror(code)))"
            }
        }
    }

    /// The contents of a file. The call never waits for another program: a pipe or a device is not read.
    ///
    /// - Parameter limit: the greatest size in bytes.
    public static func bytes(of path: String, limit: Int = maxTextSize) throws(Failure) -> [UInt8] {
        let (descriptor, size) = try opened(path)
        defer { close(descriptor) }
        guard size <= limit else { throw .tooLarge(limit: limit) }
        return try contents(descriptor, size: size, limit: limit)
    }

    /// The first bytes of a file, by which its kind is recognised.
    public static func head(of path: String, count: Int) throws(Failure) -> [UInt8] {
        let (descriptor, _) = try opened(path)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: count)
        let done = bytes.withUnsafeMutableBytes { pread(descriptor, $0.baseAddress!, $0.count, 0) }
        guard done >= 0 else { throw .refused(errno) }
        return Array(bytes.prefix(done))
    }

    /// Opens a regular file.
    private static func opened(_ path: String) throws(Failure) -> (descriptor: Int32, size: Int) {
        guard !path.utf8.contains(0) else { throw .missing }
        // Without O_NONBLOCK, opening a pipe blocks until another program writes to it.
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY)
        guard descriptor >= 0 else {
            switch errno {
            case ENOENT, ENOTDIR: throw .missing
            // What is said of opening a socket.
            case ENXIO: throw .notAFile(FileKind(of: path))
            default: throw .refused(errno)
            }
        }
        var status = stat()
        let isKnown = fstat(descriptor, &status) == 0
        let kind = FileKind(mode: status.st_mode)
        guard isKnown, kind == .file else {
            close(descriptor)
            throw isKnown ? .notAFile(kind) : .refused(errno)
        }
        return (descriptor, Int(status.st_size))
    }

    /// Reads to the end of the file, which may be longer or shorter than its size was: another program may be writing it,
    /// and the files of /proc have no size.
    private static func contents(_ descriptor: Int32, size: Int, limit: Int) throws(Failure) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: size + 1)
        var count = 0
        while true {
            let done = bytes.withUnsafeMutableBytes { read(descriptor, $0.baseAddress! + count, $0.count - count) }
            if done < 0, errno == EINTR { continue }
            if done < 0 { throw .refused(errno) }
            if done == 0 { break }
            count += done
            if count > limit { throw .tooLarge(limit: limit) }
            if count == bytes.count { bytes += [UInt8](repeating: 0, count: max(4096, count)) }
        }
        bytes.removeLast(bytes.count - count)
        return bytes
    }
}
