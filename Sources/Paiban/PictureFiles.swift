internal import Glibc
internal import Synchronization

/// The pictures in memory of an edition as files, since every other module opens pictures by their paths.
///
/// The files have no names in any folder and are closed with this object, so nothing of them is left when the program
/// ends, however it ends.
final class PictureFiles: Sendable {
    private struct File: Sendable {
        var bytes: [UInt8]
        var name: String
        var descriptor: Int32

        var path: String { "/proc/self/fd/\(descriptor)" }
    }

    private let files = Mutex<[File]>([])

    deinit {
        for file in files.withLock({ $0 }) { close(file.descriptor) }
    }

    /// What messages call the files, by their paths. No path comes before one that it is the beginning of.
    var names: [(path: String, name: String)] {
        files.withLock { $0 }.map { ($0.path, $0.name) }.sorted { $0.path.utf8.count > $1.path.utf8.count }
    }

    /// The path of a picture, which is written to a file if it is in memory.
    func path(of picture: Picture) throws(PictureError) -> String {
        switch picture {
        case .file(let path): return path
        case .bytes(let bytes, let name):
            if let file = files.withLock({ $0.first { $0.name == name && $0.bytes == bytes } }) { return file.path }
            let file = File(bytes: bytes, name: name, descriptor: try Self.namelessFile(of: bytes, name))
            files.withLock { $0.append(file) }
            return file.path
        }
    }

    private static func namelessFile(of bytes: [UInt8], _ name: String) throws(PictureError) -> Int32 {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/paiban-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw PictureError(name: name, folder: folder) }
        unlink(template)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress! + written, bytes.count - written) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else {
                close(descriptor)
                throw PictureError(name: name, folder: folder)
            }
            written += count
        }
        return descriptor
    }
}

/// A picture in memory that cannot be written to a file.
struct PictureError: Error, CustomStringConvertible {
    var name: String
    var folder: String

    var description: String { "the picture “\(name)” cannot be written to the folder \(folder)" }
}
