/// The folders that an edition's files may come from: its own, and those that the user names. A link may lead from one
/// to another, but not to any other file of the machine: an edition from another person could otherwise print it, or
/// quote it in a message.
public struct FolderRoots: Hashable, Sendable {
    /// The paths of the folders.
    public var folders: [String]

    public init(_ folders: [String]) { self.folders = folders }

    /// Whether a path, with links followed, leads to one of the folders or to something below one. It is true for a path
    /// that leads to nothing.
    public func contain(_ path: String) -> Bool {
        guard let real = resolvingLinks(path) else { return true }
        return folders.contains { folder in
            guard let root = resolvingLinks(folder.isEmpty ? "." : folder) else { return false }
            return real == root || root == "/" || real.hasPrefix(root + "/")
        }
    }

    /// Whether a name is that of a file in a folder or below it: not absolute, without a part that climbs, and without
    /// control characters, which no file has on purpose.
    public static func isInside(_ name: String) -> Bool {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        return !name.hasPrefix("~") && parts.allSatisfy { !$0.isEmpty && $0 != ".." }
            && name.unicodeScalars.allSatisfy { !controls.contains($0.properties.generalCategory) }
    }

    private static let controls: Set<Unicode.GeneralCategory> = [.control, .lineSeparator, .paragraphSeparator]
}
