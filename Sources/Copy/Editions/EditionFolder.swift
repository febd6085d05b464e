internal import Diagnostics
#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// The folder of an edition, and the files in it by their names there.
struct EditionFolder {
    /// As the user named it, without a slash at its end.
    let path: String

    init(_ path: String) {
        var path = path
        while path.count > 1, path.hasSuffix("/") { path.removeLast() }
        self.path = path
    }

    enum Kind { case folder, file, nothing }

    static func kind(of path: String) -> Kind {
        var isFolder = false
        guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return .nothing }
        return isFolder ? .folder : .file
    }

    /// The path of a file in the folder, or nil when the name would lead out of it.
    func path(to name: String) -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !parts.contains(".."), !name.contains("\0")
        else {
            return nil
        }
        let clean = parts.filter { $0 != "." && !$0.isEmpty }.joined(separator: "/")
        if clean.isEmpty { return nil }
        return path == "." || path.isEmpty ? clean : (path == "/" ? "/" : path + "/") + clean
    }

    static func bytes(of path: String) -> [UInt8]? {
        kind(of: path) == .file ? FileManager.default.contents(atPath: path).map(Array.init) : nil
    }

    /// The names of the files beside a file.
    static func neighbours(of path: String) -> [String] {
        let folder = path.lastIndex(of: "/").map { String(path[..<$0]) } ?? "."
        return files(of: folder.isEmpty ? "/" : folder)
    }

    /// The names of what lies in a folder, sorted.
    static func files(of folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }
}
