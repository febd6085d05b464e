internal import FlyingSocks
internal import FoundationEssentials

/// One browser's connection: requests are read one after the other and answered.
struct Connection: Sendable {
    let socket: AsyncSocket
    /// How long a request may take to come in, the first one and those behind it, and as long whoever asks may take
    /// nothing more of an answer.
    let patience: Duration
    let answer: @Sendable (RequestHead) async -> Response

    /// No request of ours comes near so many bytes.
    static let longestHead = 16 * 1024
    /// Bytes that are sent in one go. A picture close up is dozens of megabytes.
    private static let piece = 1 << 18

    func serve() async {
        var rest: [UInt8] = []
        do {
            while let head = try await head(&rest) {
                let request = try RequestHead(head)
                let response =
                    request.method == "GET" || request.method == "HEAD"
                    ? await answer(request) : HTTPError.wrongMethod.response
                try await send(response, to: request)
                if case .events = response.body { break }
                if !request.keepsAlive { break }
            }
        } catch let refusal as HTTPError {
            try? await write(refusal.response.head(closing: true))
            await drain()
        } catch {
            // The browser has gone.
        }
        try? socket.close()
    }

    /// The text of the next request's head; nil when the browser is done, or takes too long.
    private func head(_ rest: inout [UInt8]) async throws -> String? {
        let end = Array("\r\n\r\n".utf8)
        let deadline = ContinuousClock.now + patience
        while true {
            if let found = rest.firstRange(of: end) {
                let head = String(decoding: rest[..<found.lowerBound], as: UTF8.self)
                rest.removeFirst(found.upperBound)
                return head
            }
            guard rest.count <= Self.longestHead else { throw HTTPError.tooLong }
            guard let more = try await read(until: deadline) else { return nil }
            rest += more
        }
    }

    /// Nil after the deadline, and where the browser has closed.
    private func read(until deadline: ContinuousClock.Instant) async throws -> [UInt8]? {
        try await within(deadline) {
            do { return try await socket.read(atMost: 4096) } catch SocketError.disconnected { return nil }
        }
    }

    /// What some work comes to; nil after the deadline.
    private func within<Value: Sendable>(
        _ deadline: ContinuousClock.Instant, _ work: @escaping @Sendable () async throws -> Value?
    ) async throws -> Value? {
        try await withThrowingTaskGroup(of: Value?.self) { group in
            group.addTask(operation: work)
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
                    // A listener says nothing more: what comes is its end.
                    while try await !socket.read(atMost: 4096).isEmpty {}
                }
                defer { group.cancelAll() }
                try await group.next()
            }
        }
    }

    /// - Throws: an error when nothing of it is taken for too long, as well as when the browser has gone.
    private func write(_ bytes: [UInt8]) async throws {
        for start in stride(from: 0, to: bytes.count, by: Self.piece) {
            let piece = Data(bytes[start..<min(bytes.count, start + Self.piece)])
            let sent: Void? = try await within(.now + patience) { try await socket.write(piece) }
            if sent == nil { throw SocketError.disconnected }
        }
    }

    /// Reads on for a moment, so that a browser that is still sending hears why it was refused.
    private func drain() async {
        let deadline = ContinuousClock.now + .milliseconds(200)
        while let more = try? await read(until: deadline), !more.isEmpty {}
    }
}
