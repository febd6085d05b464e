internal import Diagnostics
internal import Files

/// A layout or roles file that the user names by its path. It may be a link to another file of its folder or of its
/// edition, but not to any file of the machine: messages quote the file, and it may be part of an edition that another
/// person made.
struct NamedFile {
    let path: String
    let roots: FolderRoots

    init(_ path: String, roots: FolderRoots) {
        (self.path, self.roots) = (path, roots)
    }

    /// - Throws: `DiagnosticsError` if the file is a link that leads out.
    func check() throws {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        let edition = resolvingLinks(folder).flatMap(EditionFiles.enclosing)
        guard !FolderRoots(roots.folders + [folder] + [edition].compactMap { $0 }).contain(path) else { return }
        throw DiagnosticsError([
            .error(
                at: SourcePlace(file: path), "this is a link that leads out of its folder",
                hints: "name the file that it leads to")
        ])
    }
}
