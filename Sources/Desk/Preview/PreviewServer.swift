internal import Concurrency
internal import Diagnostics
internal import FoundationEssentials
public import Press

/// A live preview of an edition in the browser. Whenever a file is saved, changed pages are made and drawn again.
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
    ///   - replacesAnything: whether that file is replaced when it is of another kind.
    ///   - port: a port of this machine's loopback address; 0 for any free one.
    ///   - isSupervised: whether a `PreviewSupervisor` has started this process. Then its socket is used, not the port.
    ///   - jobs: the number of pages made in parallel.
    ///   - resources: where layouts and fonts are looked for, given the edition's folder.
    /// - Throws: `DiagnosticsError` when the edition does not exist, when the dummies would replace another file, or when
    ///   the port cannot be listened on.
    public init(
        edition path: String, dummy: String? = nil, replacesAnything: Bool = false, port: UInt16,
        isSupervised: Bool = false, jobs: Int,
        resources: @escaping @Sendable (_ edition: String) -> Resources
    ) throws {
        guard FileManager.default.fileExists(atPath: path) else {
            throw DiagnosticsError([
                .error(
                    at: nil, "there is no edition \(path)",
                    hints: "name a folder that holds edition.yaml, or a .txt file of raw copy")
            ])
        }
        let live = LiveEdition(
            path, resources: resources, dummy: dummy, replacesAnything: replacesAnything, jobs: jobs)
        try live.checkDummy(inEdition: WatchedFolder.editionFolder(of: path))
        listener =
            isSupervised ? try HTTPListener(inherited: PreviewSupervisor.socket) : try HTTPListener(port: port)
        edition = live
        self.path = path
        self.dummy = dummy
        self.resources = resources
    }

    /// The listening socket, for a process that serves in place of this one.
    var descriptor: Int32 { listener.descriptor }
    public var port: UInt16 { listener.port }
    public var address: String { "http://localhost:\(port)/" }

    /// Serves as long as the supervisor runs.
    ///
    /// - Parameter crash: the signal by which an earlier process ended that served the edition. Then the pages are not made
    ///   before a file changes, because making them may be what ended it.
    public func runSupervised(after crash: Int32?) async throws {
        ChildProcess.end(withPipe: PreviewSupervisor.pipe)
        if let crash { edition.publish(crash: crash) }
        try await run(waits: crash != nil)
    }

    /// Serves until the task is cancelled.
    public func run() async throws { try await run(waits: false) }

    /// - Parameter waits: whether the pages are first made when a file changes.
    private func run(waits: Bool) async throws {
        // The user edits the dummy file, which can lie outside the edition.
        let dummyFolder = dummy.map { [WatchedFolder(path: WatchedFolder.folder(of: $0))] } ?? []
        let watcher = FolderWatcher(WatchedFolder.folders(of: path, resources) + dummyFolder)
        let routes = PreviewRoutes(edition: edition), maker = LiveMaker(edition)
        try await withThrowingTaskGroup(of: Void.self) { group in
            group.addTask { await maker.run(watcher.changes, waits: waits) }
            group.addTask { try await listener.serve(routes.answer) }
            defer { group.cancelAll() }
            try await group.next()
        }
    }
}
