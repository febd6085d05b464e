internal import Glibc

/// Everything in a folder and below it, with links followed, in the order of the names. Hidden entries are left out.
public struct FolderTree {
    /// An entry of a folder.
    public struct Entry: Hashable, Sendable {
        public var path: String
        public var kind: FileKind
        /// Whether the entry is a symbolic link.
        public var isLink: Bool
    }

    /// All entries, without the contents of folders that were left out.
    public private(set) var entries: [Entry] = []
    /// The folders whose contents are left out, because links lead to them a second time. Following such links would not
    /// end.
    public private(set) var repeated: [String] = []

    /// Walks a folder.
    ///
    /// - Parameters:
    ///   - depth: the number of levels of subfolders; 0 for the folder alone, nil for all.
    ///   - enters: whether to walk into a subfolder.
    public init(_ folder: String, depth: Int? = nil, enters: (Entry) -> Bool = { _ in true }) {
        var visited: Set<FileIdentity> = []
        var waiting = [(path: folder, level: 0)]
        while let (path, level) = waiting.popLast() {
            guard let identity = FileIdentity(of: path) else { continue }
            guard visited.insert(identity).inserted else {
                repeated.append(path)
                continue
            }
            let children = Self.children(of: path)
            entries += children
            guard level < depth ?? .max else { continue }
            let folders = children.filter { $0.kind == .folder && enters($0) }
            waiting += folders.reversed().map { ($0.path, level + 1) }
        }
    }

    /// The entries of one folder, in the order of their names; empty if it cannot be read.
    private static func children(of folder: String) -> [Entry] {
        guard let stream = opendir(folder) else { return [] }
        defer { closedir(stream) }
        let prefix = folder.hasSuffix("/") ? folder : folder + "/"
        var children: [Entry] = []
        while let entry = readdir(stream) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            guard !name.hasPrefix(".") else { continue }
            let type = Int(entry.pointee.d_type)
            // The kernel tells the kind of most entries, which saves a call for each.
            let kind = Self.kinds[type] ?? FileKind(of: prefix + name)
            children.append(Entry(path: prefix + name, kind: kind, isLink: type == 10))
        }
        return children.sorted { $0.path < $1.path }
    }

    /// The kinds by the numbers of `d_type`: DT_FIFO, DT_CHR, DT_DIR, DT_BLK, DT_REG, DT_SOCK. A link (DT_LNK, 10) and an
    /// unknown kind (0) need a look at what they lead to.
    private static let kinds: [Int: FileKind] = [
        1: .pipe, 2: .device, 4: .folder, 6: .device, 8: .file, 12: .socket,
    ]
}
