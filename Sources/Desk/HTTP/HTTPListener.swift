internal import Diagnostics
internal import FlyingSocks
internal import Glibc
internal import Synchronization

/// An HTTP server on this machine's loopback address.
///
/// It answers GET and HEAD. FlyingSocks provides the sockets. Requests are parsed here, so that their size and the time
/// to receive them are limited.
struct HTTPListener: Sendable {
    private let socket: Socket
    private let timeout: Duration
    let port: UInt16

    /// The number of connections at a time. For a further one, the connection is closed that has been waiting for a
    /// request for the longest time: idle clients must not keep the editor out.
    static let maxConnections = 256

    /// How long the listener waits after a connection could not be accepted.
    private static let retryDelay = Duration.milliseconds(50)

    /// - Parameters:
    ///   - port: 0 for any free port.
    ///   - timeout: how long to wait for a client that sends or accepts nothing. Browsers open connections in advance.
    /// - Throws: `DiagnosticsError` when the port cannot be listened on.
    init(port: UInt16, timeout: Duration = .seconds(30)) throws {
        self.timeout = timeout
        do {
            let socket = try Socket(domain: AF_INET)
            try socket.setValue(true, for: .localAddressReuse)
            try socket.bind(to: .inet(ip4: "127.0.0.1", port: port))
            try socket.listen()
            self.socket = socket
            guard case .ip4(_, let bound) = try socket.sockname() else { preconditionFailure() }
            self.port = bound
        } catch {
            throw DiagnosticsError([
                .error(
                    at: nil, "cannot listen on port \(port): \(Self.reason(error))",
                    hints: "another preview may be running; choose another port with --port")
            ])
        }
    }

    /// Listens on a socket that another process has opened, so that clients can connect while this one is started.
    ///
    /// - Parameter descriptor: a socket that listens on a port of the loopback address.
    init(inherited descriptor: Int32, timeout: Duration = .seconds(30)) throws {
        self.timeout = timeout
        socket = Socket(file: Socket.FileDescriptor(rawValue: descriptor))
        guard case .ip4(_, let bound) = try socket.sockname() else {
            throw DiagnosticsError([.error(at: nil, "descriptor \(descriptor) is not a socket on a port")])
        }
        port = bound
    }

    /// The descriptor of the listening socket.
    var descriptor: Int32 { socket.file.rawValue }

    private static func reason(_ error: any Error) -> String {
        switch error as? SocketError {
        case .failed(_, EADDRINUSE, _): "it is in use"
        case .failed(_, EACCES, _): "it is reserved for the system"
        case .failed(_, _, let message): message
        default: "\(error)"
        }
    }

    /// Serves until the task is cancelled.
    func serve(_ answer: @escaping @Sendable (RequestHead) async throws(HTTPError) -> Response) async throws {
        let policy = HostPolicy(port: port)
        let pool = HTTPListener.pool()
        try await pool.prepare()
        let connections = OpenConnections()
        try await withThrowingDiscardingTaskGroup { group in
            group.addTask { try await pool.run() }
            let listener = try AsyncSocket(socket: socket, pool: pool)
            defer { try? listener.close() }
            while true {
                let socket: AsyncSocket
                do {
                    socket = try await listener.accept()
                } catch is CancellationError {
                    throw CancellationError()
                } catch {
                    // The client has gone, or no file descriptor is free. Other connections must not suffer.
                    try await Task.sleep(for: Self.retryDelay)
                    continue
                }
                guard let number = connections.open(socket.socket.file.rawValue, most: Self.maxConnections) else {
                    try? socket.close()
                    continue
                }
                group.addTask {
                    await Connection(socket: socket, timeout: timeout) { isIdle in
                        connections.mark(number, isIdle: isIdle)
                    } closing: {
                        connections.close(number)
                    } answer: { request in
                        do throws(HTTPError) {
                            try policy.check(request)
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

/// The connections that are open, and which of them wait for a request.
private final class OpenConnections: Sendable {
    private struct State: Sendable {
        var last = 0
        var descriptors: [Int: Int32] = [:]
        /// The connections that wait for a request, the longest first.
        var idle: [Int] = []
    }

    private let state = Mutex(State())

    /// Registers a connection as idle. If there are too many, the one that has been idle for the longest time is shut
    /// down.
    ///
    /// - Returns: the number of the connection; nil if there are too many and none of them is idle.
    func open(_ descriptor: Int32, most: Int) -> Int? {
        state.withLock { state in
            if state.descriptors.count >= most {
                guard let longest = state.idle.first else { return nil }
                // Its task sees the end of the input, and closes it.
                state.idle.removeFirst()
                shutdown(state.descriptors.removeValue(forKey: longest)!, Int32(SHUT_RDWR))
            }
            state.last += 1
            state.descriptors[state.last] = descriptor
            state.idle.append(state.last)
            return state.last
        }
    }

    func mark(_ number: Int, isIdle: Bool) {
        state.withLock { state in
            state.idle.removeAll { $0 == number }
            if isIdle, state.descriptors[number] != nil { state.idle.append(number) }
        }
    }

    /// Forgets a connection. It must still be open, so that its descriptor is not yet that of another one.
    func close(_ number: Int) {
        state.withLock { state in
            state.idle.removeAll { $0 == number }
            state.descriptors[number] = nil
        }
    }
}

/// Rejects requests that come from other sites.
///
/// Every user of the machine, and every page open in a browser on it, can reach a loopback port. A site whose name
/// resolves to this machine sends its own name in Host. A page of another site sends its Origin.
struct HostPolicy: Sendable {
    let port: UInt16

    private var hosts: [String] { ["localhost:\(port)", "127.0.0.1:\(port)"] }

    /// - Throws: `HTTPError.forbidden` for a request that does not come from our own pages or from the user.
    func check(_ request: RequestHead) throws(HTTPError) {
        guard let host = request.headers["host"], hosts.contains(host.lowercased()) else { throw .forbidden }
        if let origin = request.headers["origin"], !hosts.contains(where: { origin.lowercased() == "http://\($0)" }) {
            throw .forbidden
        }
        // A page of another site, or of another port of this machine, may link here but not embed anything from here.
        let site = request.headers["sec-fetch-site"] ?? "none"
        if site != "same-origin", site != "none", request.headers["sec-fetch-mode"] != "navigate" { throw .forbidden }
    }
}
