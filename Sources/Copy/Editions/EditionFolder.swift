internal import Diagnostics
internal import Glibc
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

    /// The path of a file in the folder, or nil when the name would lead out of it, by itself or by a link on its way.
    func path(to name: String) -> String? {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard !name.isEmpty, !name.hasPrefix("/"), !name.hasPrefix("~"), !parts.contains(".."), !name.contains("\0")
        else {
            return nil
        }
        let clean = parts.filter { $0 != "." && !$0.isEmpty }.joined(separator: "/")
        if clean.isEmpty { return nil }
        let whole = path(joining: clean)
        return isLinkedOut(whole) ? nil : whole
    }

    /// - Parameter name: a name of ours, which leads nowhere else.
    func path(joining name: String) -> String {
        path == "." || path.isEmpty ? name : (path == "/" ? "/" : path + "/") + name
    }

    /// Whether links lead from a path in the folder to a file elsewhere: what comes with an edition from somebody else's
    /// hands could print any file of the machine.
    func isLinkedOut(_ file: String) -> Bool {
        guard let file = Self.withoutLinks(file), let home = Self.withoutLinks(path.isEmpty ? "." : path) else {
            return false
        }
        return home != "/" && !file.hasPrefix(home + "/")
    }

    /// nil where nothing is.
    private static func withoutLinks(_ path: String) -> String? {
        guard let real = realpath(path, nil) else { return nil }
        defer { free(real) }
        return String(cString: real)
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
