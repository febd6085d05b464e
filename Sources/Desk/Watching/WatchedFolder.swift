internal import FoundationEssentials
internal import Glibc

/// A folder whose changes matter, with folders below it down to some depth.
struct WatchedFolder: Hashable, Sendable {
    var path: String
    /// Levels below it that belong to it; 0 for the folder alone.
    var depth = 0
    /// The one name in it that matters; nil for all.
    var only: String?

    /// What a folder of a newsroom may hold; beyond it somebody has pointed at a disk.
    private static let mostFolders = 512

    /// The folder and those below it, without hidden ones, as they are at present.
    var all: [String] {
        var found: [String] = [], next = [path]
        for level in 0...depth {
            var below: [String] = []
            for folder in next where found.count < Self.mostFolders {
                found.append(folder)
                guard level < depth else { continue }
                for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
                where !Self.isPassing(name) {
                    var isFolder = false
                    let path = folder + "/" + name
                    if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), isFolder {
                        below.append(path)
                    }
                }
            }
            next = below.sorted()
        }
        return found
    }

    /// Whether a name is that of a hidden file or of an editor's copy, which come and go while somebody types.
    static func isPassing(_ name: some StringProtocol) -> Bool { name.hasPrefix(".") || name.hasSuffix("~") }
}

/// What tells one state of a file from another without reading it.
struct FileStamp: Hashable, Sendable {
    var path: String
    private var size: Int
    private var seconds: Int
    private var nanoseconds: Int
    private var number: UInt64

    /// A file that is not there has a stamp, too.
    init(of path: String) {
        var status = stat()
        let isThere = stat(path, &status) == 0
        self.path = path
        size = isThere ? Int(status.st_size) : -1
        seconds = isThere ? status.st_mtim.tv_sec : 0
        nanoseconds = isThere ? status.st_mtim.tv_nsec : 0
        number = isThere ? UInt64(status.st_ino) : 0
    }
}
