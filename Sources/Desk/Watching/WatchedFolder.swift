internal import Files
internal import FoundationEssentials
internal import Glibc
internal import Press

/// A folder to watch for changes, with its subfolders down to a depth.
struct WatchedFolder: Hashable, Sendable {
    var path: String
    /// The number of levels of subfolders to watch; 0 for the folder alone.
    var depth = 0
    /// The only name in the folder whose changes are reported; nil for all names.
    var onlyName: String?

    /// More than the folders of a newsroom. The limit applies when the path is, for example, that of a whole disk.
    private static let maxFolders = 512

    /// The folder and its subfolders that exist now, without hidden ones.
    var existingFolders: [String] {
        var folders: [String] = [], next = [path]
        for level in 0...depth {
            var subfolders: [String] = []
            for folder in next where folders.count < Self.maxFolders {
                folders.append(folder)
                guard level < depth else { continue }
                for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
                where !Self.isTemporary(name) {
                    let path = folder + "/" + name
                    if FileKind(of: path) == .folder { subfolders.append(path) }
                }
            }
            next = subfolders.sorted()
        }
        return folders
    }

    /// Whether a name is that of a hidden file or of a backup copy, which editors create and delete while they save.
    static func isTemporary(_ name: some StringProtocol) -> Bool { name.hasPrefix(".") || name.hasSuffix("~") }
}

// MARK: The folders of an edition

extension WatchedFolder {
    /// Levels of subfolders in an edition, such as copy by section and reporter.
    private static let editionDepth = 4

    /// The folders with the files that an edition is made of.
    ///
    /// - Parameter path: the edition's folder, or a copy file.
    static func folders(of path: String, _ resources: (_ edition: String) -> Resources) -> [WatchedFolder] {
        let folder = editionFolder(of: path)
        let resources = resources(folder)
        // The edition's folder itself can be moved away and replaced. The parent is not watched if the path ends in “.”
        // or “..”, which are no names in it.
        let name = folder.split(separator: "/").last.map(String.init) ?? "."
        let parent = name.hasPrefix(".") ? [] : [WatchedFolder(path: self.folder(of: folder), onlyName: name)]
        // A copy file can lie in a folder with many unrelated subfolders, so only photos/ is watched there.
        let edition =
            FileKind(of: path) == .folder
            ? [WatchedFolder(path: folder, depth: editionDepth)] + parent
            : [WatchedFolder(path: folder), WatchedFolder(path: folder + "/photos", depth: 1)]
        return edition + (resources.layoutFolders + resources.fontFolders).map { WatchedFolder(path: $0, depth: 1) }
    }

    /// The folder of an edition that is given as a folder or as a file of copy.
    static func editionFolder(of path: String) -> String {
        var folder = path
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        return switch FileKind(of: path) {
        case .folder, .nothing: folder
        default: self.folder(of: path)
        }
    }

    /// The folder that contains a file.
    static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    }
}

// MARK: Files

/// The metadata of a file that change whenever its content changes: size, modification time and inode.
struct FileFingerprint: Hashable, Sendable {
    var path: String
    private var size: Int
    private var seconds: Int
    private var nanoseconds: Int
    private var inode: UInt64

    /// A file that does not exist also has a fingerprint.
    init(of path: String) {
        var status = stat()
        let exists = stat(path, &status) == 0
        self.path = path
        size = exists ? Int(status.st_size) : -1
        seconds = exists ? status.st_mtim.tv_sec : 0
        nanoseconds = exists ? status.st_mtim.tv_nsec : 0
        inode = exists ? UInt64(status.st_ino) : 0
    }
}
