import Foundation
import Testing

@testable import Desk

/// Whoever says nothing more, or takes nothing more of an answer, is let go.
struct ConnectionTimeoutTests {
    /// A listener with little patience, and what a client got from it.
    private func got(
        from answer: Response, _ talk: @escaping @Sendable (BareClient, _ port: UInt16) throws -> String
    ) async throws -> String {
        let listener = try HTTPListener(port: 0, patience: .milliseconds(150))
        let port = listener.port
        return try await withThrowingTaskGroup(of: String?.self) { group in
            group.addTask {
                try await listener.serve { _ in answer }
                return nil
            }
            // A thread of its own: a client that waits must not keep the listener from its turn.
            group.addTask {
                try await withCheckedThrowingContinuation { done in
                    Thread { done.resume(with: Result { try talk(BareClient(port: port), port) }) }.start()
                }
            }
            defer { group.cancelAll() }
            return try await group.next()! ?? ""
        }
    }

    @Test(arguments: ["", "GET / HTTP/1.1\r\nHo"]) func halfARequestIsNotWaitedFor(_ text: String) async throws {
        let all = try await got(from: .text(200, "OK")) { client, _ in try client.answer(text) }
        #expect(all == "", "closed, and without an answer")
    }

    @Test func anAnswerThatNobodyTakesIsGivenUp() async throws {
        // More than the kernel keeps for a client that does not read.
        let bytes = [UInt8](repeating: 0x78, count: 64 << 20)
        // On a machine that is busy the listener comes to its turn late.
        for seconds: UInt32 in [1, 4, 16] {
            let all = try await got(from: Response(type: "text/plain", body: .bytes(bytes))) { client, port in
                try client.send("GET / HTTP/1.1\r\nHost: localhost:\(port)\r\n\r\n")
                sleep(seconds)
                return client.rest()
            }
            if all.hasPrefix("HTTP/1.1 200 OK"), all.utf8.count < bytes.count { return }
        }
        Issue.record("the whole answer was kept for a client that took none of it")
    }
}
