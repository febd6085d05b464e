internal import FlyingSocks
internal import FoundationEssentials

/// A client's connection. Its requests are read and answered one after the other.
struct Connection: Sendable {
    let socket: AsyncSocket
    /// The time in which a request must arrive, and in which the client must accept some of a response.
    let timeout: Duration
    /// Called when the connection begins and ends to wait for a request.
    let waiting: @Sendable (_ isIdle: Bool) -> Void
    /// Called before the socket is closed.
    let closing: @Sendable () -> Void
    let answer: @Sendable (RequestHead) async -> Response

    /// The limit in bytes for a request's head. No request of our pages comes near it.
    static let maxHeadSize = 16 * 1024
    /// The number of bytes that are sent at a time. A close-up picture has dozens of megabytes.
    private static let chunkSize = 1 << 18

    func serve() async {
        var buffer: [UInt8] = []
        do {
            while let head = try await readHead(&buffer) {
                waiting(false)
                defer { waiting(true) }
                let request = try RequestHead(head)
                let response =
                    request.method == "GET" || request.method == "HEAD"
                    ? await answer(request) : HTTPError.methodNotAllowed.response
                try await send(response, to: request)
                if case .events = response.body { break }
                if !request.keepsAlive { break }
            }
        } catch let error as HTTPError {
            try? await write(error.response.head(closing: true))
            await drain()
        } catch {
            // The client has closed the connection.
        }
        closing()
        try? socket.close()
    }

    /// The text of the next request's head; nil when the client has closed the connection or the time is over.
    ///
    /// - Parameter buffer: bytes that have been read and not used.
    private func readHead(_ buffer: inout [UInt8]) async throws -> String? {
        let end = Array("\r\n\r\n".utf8)
        let deadline = ContinuousClock.now + timeout
        while true {
            if let range = buffer.firstRange(of: end) {
                let head = String(decoding: buffer[..<range.lowerBound], as: UTF8.self)
                buffer.removeFirst(range.upperBound)
                return head
            }
            guard buffer.count <= Self.maxHeadSize else { throw HTTPError.headerFieldsTooLarge }
            guard let more = try await read(until: deadline) else { return nil }
            buffer += more
        }
    }

    /// The bytes that arrive next; nil after the deadline or when the client has closed the connection.
    private func read(until deadline: ContinuousClock.Instant) async throws -> [UInt8]? {
        try await within(deadline) {
            do { return try await socket.read(atMost: 4096) } catch SocketError.disconnected { return nil }
        }
    }

    /// The result of an operation; nil after the deadline.
    private func within<Value: Sendable>(
        _ deadline: ContinuousClock.Instant, _ operation: @escaping @Sendable () async throws -> Value?
    ) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask(operation: operation)
            group.addTask {
                try await Task.sleep(until: deadline)
                return nil
            }
            defer { group.cancelAll() }
            return try await group.next() ?? nil
        }
    }

    private func send(_ response: Response, to request: RequestHead) async throws {
        switch response.body {
        case .bytes(let bytes):
            let head = response.head(closing: !request.keepsAlive)
            try await write(request.method == "HEAD" ? head : head + bytes)
        case .events(let events):
            try await write(response.head(closing: true))
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask {
                    for await event in events { try await write(Array(event.utf8)) }
                }
                group.addTask {
                    // The client sends nothing more, so reading ends when it closes the connection.
                    while try await !socket.read(atMost: 4096).isEmpty {}
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        }
    }

    /// - Throws: an error when the client accepts nothing within the timeout or has closed the connection.
    private func write(_ bytes: [UInt8]) async throws {
        for start in stride(from: 0, to: bytes.count, by: Self.chunkSize) {
            let chunk = Data(bytes[start..<min(bytes.count, start + Self.chunkSize)])
            let result: Void? = try await within(.now + timeout) { try await socket.write(chunk) }
            if result == nil { throw SocketError.disconnected }
        }
    }

    /// Reads on briefly. If the connection were closed while the client is still sending, it would not see the response.
    private func drain() async {
        let deadline = ContinuousClock.now + .milliseconds(200)
        while let more = try? await read(until: deadline), !more.isEmpty {}
    }
}
