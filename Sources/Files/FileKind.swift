internal import Glibc

/// What a path leads to, with links followed.
public enum FileKind: Hashable, Sendable {
    case file, folder, pipe, socket, device, nothing

    /// The kind of what is at a path. A link that leads nowhere is nothing.
    public init(of path: String) {
        var status = stat()
        self = stat(path, &status) == 0 ? FileKind(mode: status.st_mode) : .nothing
    }

    init(mode: mode_t) {
        switch mode & S_IFMT {
        case S_IFREG: self = .file
        case S_IFDIR: self = .folder
        case S_IFIFO: self = .pipe
        case S_IFSOCK: self = .socket
        default: self = .device
        }
    }

    /// Whether it is neither a file nor a folder. Opening one may block until another program answers.
    public var isSpecial: Bool {
        switch self {
        case .pipe, .socket, .device: true
        case .file, .folder, .nothing: false
        }
    }

    /// The kind in a sentence: “a pipe”.
    public var name: String {
        switch self {
        case .file: "a file"
        case .folder: "a folder"
        case .pipe: "a pipe"
        case .socket: "a socket"
        case .device: "a device"
        case .nothing: "nothing"
        }
    }
}

/// The device and the inode of a file: the same for all names of the file, hard links and symbolic links included.
public struct FileIdentity: Hashable, Sendable {
    private let device: UInt64
    private let inode: UInt64

    /// The identity of what a path leads to; nil if there is nothing.
    public init?(of path: String) {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        (device, inode) = (UInt64(status.st_dev), UInt64(status.st_ino))
    }
}

/// Whether a name is taken by a file, a folder or a link, even one that leads nowhere.
public func isTaken(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0
}

/// The absolute path of a file with all links resolved; nil if there is nothing at the path.
public func resolvingLinks(_ path: String) -> String? {
    // The path would end at the NUL, and so be that of another file.
    guard !path.utf8.contains(0), let real = realpath(path, nil) else { return nil }
    defer { free(real) }
    return String(cString: real)
}
