internal import Files

/// A folder of fonts, with what in it must not be opened: pipes, sockets and devices, which would block fontconfig, links
/// that lead out of the folders that fonts may come from, and folders that contain themselves by a link.
struct FontFolder {
    let path: String
    /// The files that may be opened; nil for all that fontconfig finds in the folder.
    let files: [String]?
    let ignored: [IgnoredFontFile]

    /// A folder that is searched without a look at its files, such as the system's own.
    init(unchecked path: String) {
        (self.path, files, ignored) = (path, nil, [])
    }

    /// - Parameter roots: the folders that links may lead to; nil for all.
    init(_ path: String, roots: FolderRoots?) {
        self.path = path
        func leadsOut(_ path: String) -> Bool { roots.map { !$0.contain(path) } ?? false }
        guard !leadsOut(path) else {
            files = []
            ignored = [IgnoredFontFile(path: path, reason: Self.leadsOut)]
            return
        }
        let tree = FolderTree(path) { !$0.isLink || !leadsOut($0.path) }
        var files: [String] = []
        var ignored = tree.repeated.map {
            IgnoredFontFile(path: $0, reason: "leads to a folder that is searched already")
        }
        for entry in tree.entries {
            if entry.kind.isSpecial {
                ignored.append(IgnoredFontFile(path: entry.path, reason: "is \(entry.kind.name), not a file"))
            } else if entry.isLink, leadsOut(entry.path) {
                ignored.append(IgnoredFontFile(path: entry.path, reason: Self.leadsOut))
            } else if entry.kind == .file {
                files.append(entry.path)
            }
        }
        self.files = ignored.isEmpty ? nil : files
        self.ignored = ignored
    }

    private static let leadsOut = "is a link that leads out of the edition and of the folders named for fonts"
}

/// Something in a font folder that is not opened.
public struct IgnoredFontFile: Hashable, Sendable {
    public var path: String
    /// Why it is not opened, as the end of a sentence: “is a pipe, not a file”.
    public var reason: String
}
