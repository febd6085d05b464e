internal import Diagnostics
internal import Files
#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The folder of an edition, and access to its files by their names.
struct EditionFolder {
    /// The path as the user wrote it, without a slash at its end.
    let path: String

    init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    /// The path of a file in the folder; nil if the name is outside the folder, by itself or through a link.
    func path(to name: String) -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !parts.contains(".."),
            !name.utf8.contains(0)
        else {
            return nil
        }
        let normalized = parts.filter { $0 != "." && !$0.isEmpty }.joined(separator: "/")
        if normalized.isEmpty { return nil }
        let fullPath = path(joining: normalized)
        return isLinkedOut(fullPath) ? nil : fullPath
    }

    /// - Parameter name: a name that is known to be inside the folder.
    func path(joining name: String) -> String {
        path == "." || path.isEmpty ? name : (path == "/" ? "/" : path + "/") + name
    }

    /// Whether links lead from a path in the folder to a file outside it.
    func isLinkedOut(_ file: String) -> Bool { !FolderRoots([path]).contain(file) }

    // MARK: What is not a file

    /// The folders of an edition whose files are found by their names. `fonts` is checked where fonts are opened.
    private static let folders = ["copy", "photos", "layouts"]

    /// A warning for each pipe, socket and device among the edition's files. Reading one could wait for ever.
    var specialFiles: [Diagnostic] {
        let trees =
            [FolderTree(path.isEmpty ? "." : path, depth: 0)]
            + Self.folders.map(path(joining:))
            .filter { FileKind(of: $0) == .folder && !isLinkedOut($0) }.map { FolderTree($0) }
        return trees.flatMap(\.entries).filter(\.kind.isSpecial).map { Self.passedOver($0.path, $0.kind) }
    }

    static func passedOver(_ path: String, _ kind: FileKind) -> Diagnostic {
        .warning(
            at: SourcePlace(file: path), "this is \(kind.name), not a file, and is passed over",
            hints: "take it out of the edition")
    }

    /// The names of the files in the same folder.
    static func neighbours(of path: String) -> [String] {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return files(of: folder.isEmpty ? "/" : folder)
    }

    /// The names of the entries of a folder, sorted; empty if it cannot be read.
    static func files(of folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    // MARK: Photos

    /// Replaces the file names of pictures by paths. The folder name “photos/” is optional.
    func resolvePhotos(of stories: inout [Article], _ reporter: Reporter) {
        for story in stories.indices {
            for photo in stories[story].photos.indices {
                guard let name = stories[story].photos[photo].file else { continue }
                if let path = photoPath(name, at: stories[story].photos[photo].place, reporter) {
                    stories[story].photos[photo].file = path
                }
            }
        }
    }

    /// The path of a picture; nil, with an error, if it is outside the edition's folder.
    func photoPath(_ name: String, at place: SourcePlace, _ reporter: Reporter) -> String? {
        let inside = name.hasPrefix("photos/") ? name : "photos/" + name
        if let path = path(to: name) != nil ? path(to: inside) : nil { return path }
        reporter.error(
            at: place, "the picture “\(name)” is outside the edition's folder",
            hints: "put the file itself, not a link, into the edition's photos folder and write only its name")
        return nil
    }
}

extension String {
    /// The last component of a path.
    var fileName: String {
        split(whereSeparator: { $0 == "/" || $0 == "\\" }).last.map(String.init) ?? self
    }

    /// The last component of a path without its extension and without control characters.
    var fileStem: String {
        let name = String(
            fileName.unicodeScalars.filter { $0.properties.generalCategory != .control }.map(Character.init))
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return name }
        return String(name[..<dot])
    }
}
