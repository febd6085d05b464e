internal import Diagnostics
internal import FlyingSocks
internal import Glibc
internal import Synchronization

/// A server on this machine's loopback address, for browsers on this machine alone.
///
/// It answers GET and HEAD, keeps what comes in short, and forgets whoever says nothing. FlyingSocks brings the sockets;
/// reading requests is our own, because a request must not grow without end or last for ever.
struct HTTPListener: Sendable {
    private let socket: Socket
    private let patience: Duration
    let port: UInt16

    /// Connections at once; what comes beyond is sent away.
    static let mostConnections = 256

    /// After a connection that came to nothing.
    private static let pause = Duration.milliseconds(50)

    /// - Parameters:
    ///   - port: 0 for any free one.
    ///   - patience: with those who say or take nothing; browsers open connections in stock.
    /// - Throws: `DiagnosticsError` when the port cannot be had.
    init(port: UInt16, patience: Duration = .seconds(30)) throws {
        self.patience = patience
        do {
            let socket = try Socket(domain: AF_INET)
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
            try socket.listen()
            self.socket = socket
            guard case .ip4(_, let own) = try socket.sockname() else { preconditionFailure() }
            self.port = own
        } catch {
            throw DiagnosticsError([
                .error(
                    at: nil, "port \(port) cannot be had: \(String(cString: strerror(errno)))",
                    hints: "another preview may be running; choose another port with --port")
            ])
        }
    }

    /// Serves until the task is cancelled.
    func serve(_ answer: @escaping @Sendable (RequestHead) async throws(HTTPError) -> Response) async throws {
        let keeper = HostPolicy(port: port)
        let pool = HTTPListener.pool()
        try await pool.prepare()
        let open = OpenConnections()
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await pool.run() }
            let listening = try AsyncSocket(socket: socket, pool: pool)
            defer { try? listening.close() }
            while true {
                let socket: AsyncSocket
                do {
                    socket = try await listening.accept()
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    // A browser that has gone already, or no file left to open: neither is the others' fault.
                    try await Task.sleep(for: Self.pause)
                    continue
                }
                guard open.count.load(ordering: .relaxed) < Self.mostConnections else {
                    try? socket.close()
                    continue
                }
                open.count.add(1, ordering: .relaxed)
                group.addTask {
                    defer { open.count.subtract(1, ordering: .relaxed) }
                    await Connection(socket: socket, patience: patience) { request in
                        do throws(HTTPError) {
                            try keeper.check(request)
                            return try await answer(request)
                        } catch {
                            return error.response
                        }
                    }.serve()
                }
            }
        }
    }

    private static func pool() -> some AsyncSocketPool { .ePoll() }
}

private final class OpenConnections: Sendable {
    let count = Atomic(0)
}

/// Lets in only browsers that were sent here by our own address.
///
/// Everybody on the machine, and every page open in a browser on it, can reach a loopback port. A site whose name
/// resolves to this machine sends its own name as Host; a page of another site sends its Origin.
struct HostPolicy: Sendable {
    let port: UInt16

    private var hosts: [String] { ["localhost:\(port)", "127.0.0.1:\(port)"] }

    func check(_ request: RequestHead) throws(HTTPError) {
        guard let host = request.headers["host"], hosts.contains(host.lowercased()) else { throw .foreign }
        if let origin = request.headers["origin"], !hosts.contains(where: { origin.lowercased() == "http://\($0)" }) {
            throw .foreign
        }
        // A page elsewhere, and be it of another port of this machine, may lead here by a link, but load nothing into
        // itself.
        let site = request.headers["sec-fetch-site"] ?? "none"
        if site != "same-origin", site != "none", request.headers["sec-fetch-mode"] != "navigate" { throw .foreign }
    }
}
