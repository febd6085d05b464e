internal import Diagnostics
internal import FoundationEssentials
public import Press

/// A live preview of an edition in the browser: pages are made again, and drawn again, whenever a file is saved.
///
///     let server = try PreviewServer(edition: "2023-06-21", port: 8520, jobs: 4) { Resources(edition: $0, program: path) }
///     print(server.address)
///     try await server.run()
public struct PreviewServer: Sendable {
    private let listener: HTTPListener
    private let edition: LiveEdition
    private let path: String
    private let dummy: String?
    private let resources: @Sendable (_ edition: String) -> Resources

    /// - Parameters:
    ///   - path: the edition's folder, or a copy file, as for building it.
    ///   - dummy: the file that keeps the pages' dummies, as for building.
    ///   - port: of this machine's loopback address; 0 for any that is free.
    ///   - jobs: pages made at once.
    ///   - resources: where layouts and fonts are looked for, given the edition's folder.
    /// - Throws: `DiagnosticsError` when there is nothing of that name, or the port cannot be had.
    public init(
        edition path: String, dummy: String? = nil, port: UInt16, jobs: Int,
        resources: @escaping @Sendable (_ edition: String) -> Resources
    ) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw DiagnosticsError([
                .error(
                    at: nil, "there is no edition \(path)",
                    hints: "name a folder that holds edition.yaml, or a .txt file of raw copy")
            ])
        }
        listener = try HTTPListener(port: port)
        edition = LiveEdition(path, resources: resources, dummy: dummy, jobs: jobs)
        self.path = path
        self.dummy = dummy
        self.resources = resources
    }

    public var port: UInt16 { listener.port }
    public var address: String { "http://localhost:\(port)/" }

    /// Serves until the task is cancelled.
    public func run() async throws {
        // An editor moves stories in the dummy, wherever it lies.
        let besides = dummy.map { [WatchedFolder(path: WatchedFolder.folder(of: $0))] } ?? []
        let watcher = FolderWatcher(WatchedFolder.folders(of: path, resources) + besides)
        let routes = PreviewRoutes(edition: edition)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask {
                await edition.refresh()
                for await _ in watcher.changes { await edition.refresh() }
            }
            group.addTask { try await listener.serve(routes.answer) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}

extension WatchedFolder {
    /// Levels of folders in an edition: copy by section and reporter.
    private static let editionDepth = 4

    /// The folders that an edition's pages hang on.
    static func folders(of path: String, _ resources: (_ edition: String) -> Resources) -> [WatchedFolder] {
        var isFolder = false
        let isThere = FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        var folder = path
        while folder.count > 1, folder.hasSuffix("/") { folder.removeLast() }
        if isThere, !isFolder { folder = self.folder(of: path) }
        let resources = resources(folder)
        // A bare file may lie in a folder with all manner of things.
        // The folder itself may be moved away, and another one put in its place; what “.” is called does not matter.
        let name = folder.split(separator: "/").last.map(String.init) ?? "."
        let above = name.hasPrefix(".") ? [] : [WatchedFolder(path: self.folder(of: folder), only: name)]
        let own =
            isFolder
            ? [WatchedFolder(path: folder, depth: editionDepth)] + above
            : [WatchedFolder(path: folder), WatchedFolder(path: folder + "/photos", depth: 1)]
        return own + (resources.layoutFolders + resources.fontFolders).map { WatchedFolder(path: $0, depth: 1) }
    }

    /// The folder that a file lies in.
    static func folder(of file: String) -> String {
        file.lastIndex(of: "/").map { $0 == file.startIndex ? "/" : String(file[..<$0]) } ?? "."
    }
}
