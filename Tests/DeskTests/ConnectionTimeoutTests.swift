import Foundation
import TestSupport
import Testing

@testable import Desk

/// Connections of clients that send or accept nothing are closed.
@Suite(.waiting)
struct ConnectionTimeoutTests {
    /// Serves `response` with a short timeout, and returns what a client received.
    private func received(
        from response: Response, _ talk: @escaping @Sendable (RawClient, _ port: UInt16) throws -> String
    ) async throws -> String {
        let listener = try HTTPListener(port: 0, timeout: .milliseconds(150))
        let port = listener.port
        return try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask {
                try await listener.serve { _ in response }
                return nil
            }
            // The client blocks, so it must not occupy one of the threads that the listener needs.
            group.addTask {
                try await withCheckedThrowingContinuation { done in
                    Thread { done.resume(with: Result { try talk(RawClient(port: port), port) }) }.start()
                }
            }
            defer { group.cancelAll() }
            return try await group.next()! ?? ""
        }
    }

    @Test(arguments: ["", "GET / HTTP/1.1\r\nHo"]) func closesAConnectionWithoutACompleteRequest(_ request: String)
        async throws
    {
        let text = try await received(from: .text(200, "OK")) { client, _ in try client.answer(request) }
        #expect(text == "", "closed without a response")
    }

    @Test func stopsSendingToAClientThatDoesNotRead() async throws {
        // More than the kernel buffers for a client that does not read.
        let bytes = [UInt8](repeating: 0x78, count: 64 << 20)
        // On a busy machine the timeout takes effect late.
        for seconds: UInt32 in [1, 4, 16, 60] {
            let text = try await received(from: Response(type: "text/plain", body: .bytes(bytes))) { client, port in
                try client.send("GET / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
                sleep(seconds)
                return client.readToEnd()
            }
            if text.hasPrefix("HTTP/1.1 200 OK"), text.utf8.count < bytes.count { return }
        }
        Issue.record("the whole response was buffered for a client that does not read")
    }

    @Test("idle connections, as many as there may be, do not keep another client out")
    func idleConnections() async throws {
        let listener = try HTTPListener(port: 0)
        let port = listener.port
        let answer = try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask {
                try await listener.serve { _ in .text(200, "OK") }
                return nil
            }
            group.addTask {
                let idle = try (0..<HTTPListener.maxConnections + 20).map { _ in try RawClient(port: port) }
                defer { withExtendedLifetime(idle) {} }
                // A client waits for ten seconds, which may be too short on a busy machine.
                var answer = ""
                for _ in 0..<6 where answer.isEmpty {
                    answer = try RawClient(port: port)
                        .answer("GET / HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\r\n")
                }
                return answer
            }
            defer { group.cancelAll() }
            return try await group.next()! ?? ""
        }
        #expect(answer.hasPrefix("HTTP/1.1 200"))
    }
}
