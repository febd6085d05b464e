internal import FlyingSocks
internal import FoundationEssentials

/// One browser's connection: requests are read one after the other and answered.
struct Connection: Sendable {
    let socket: AsyncSocket
    let answer: @Sendable (RequestHead) async -> Response

    /// No request of ours comes near so many bytes.
    static let longestHead = 16 * 1024
    /// How long a request may take to come in, the first one and those behind it; browsers open connections in stock.
    static let patience = Duration.seconds(30)

    func serve() async {
        var rest: [UInt8] = []
        do {
            while let head = try await head(&rest) {
                let request = try RequestHead(head)
                let response =
                    request.method == "GET" || request.method == "HEAD"
                    ? await answer(request) : Refusal.wrongMethod.response
                try await send(response, to: request)
                if case .events = response.body { break }
                if !request.keepsAlive { break }
            }
        } catch let refusal as Refusal {
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
        let deadline = ContinuousClock.now + Self.patience
        while true {
            if let found = rest.firstRange(of: end) {
                let head = String(decoding: rest[..<found.lowerBound], as: UTF8.self)
                rest.removeFirst(found.upperBound)
                return head
            }
            guard rest.count <= Self.longestHead else { throw Refusal.tooLong }
            guard let more = try await read(until: deadline) else { return nil }
            rest += more
        }
    }

    /// Nil after the deadline, and where the browser has closed.
    private func read(until deadline: ContinuousClock.Instant) async throws -> [UInt8]? {
        try await withThrowingTaskGroup(of: [UInt8]?.self) { group in
            group.addTask {
                do { return try await socket.read(atMost: 4096) } catch SocketError.disconnected { return nil }
            }
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

    private func write(_ bytes: [UInt8]) async throws { try await socket.write(Data(bytes)) }

    /// Reads on for a moment, so that a browser that is still sending hears why it was refused.
    private func drain() async {
        let deadline = ContinuousClock.now + .milliseconds(200)
        while let more = try? await read(until: deadline), !more.isEmpty {}
    }
}
