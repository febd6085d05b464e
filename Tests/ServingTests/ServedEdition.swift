import Foundation
import Press
import TestSupport

@testable import Serving

/// A small edition in a temporary folder, and a preview of it that runs as long as the test.
final class ServedEdition {
    let folder: TemporaryFolder
    let server: PreviewServer
    private let running: Task<Void, any Error>

    static let layout = """
        page: {size: A4}
        grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 52}
        headlines:
          1: {font: hei-heavy, sizes: [22pt, 20pt]}
        areas:
          picture: |
            1-52  | 1 1 2 2

        """

    static func story(_ title: String, sentences: Int = 30) -> String {
        let sentence = "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。"
        return "---\ntitle: \(title)\n---\n\n" + String(repeating: sentence, count: sentences) + "\n"
    }

    static let files = [
        "edition.yaml": """
        paper: {name: 江边日报}
        date: 2023-06-21
        pages:
          - {layout: small, section: 要闻, copy: [copy/one.md, copy/two.md]}
          - {layout: small, copy: [copy/three.md, copy/four.md]}

        """,
        "layouts/small.yaml": layout, "copy/one.md": story("黄桃熟了"), "copy/two.md": story("大桥通车"),
        "copy/three.md": story("新路开工"), "copy/four.md": story("夜校开班"),
    ]

    /// Runs a test's talk with a preview on a thread of its own: it waits for answers, and waiting on one of Swift's few
    /// threads would keep the server from giving them.
    static func served(
        _ files: [String: String] = [:], _ body: @escaping @Sendable (ServedEdition) throws -> Void
    ) async throws {
        try await withCheckedThrowingContinuation { (end: CheckedContinuation<Void, any Error>) in
            Thread.detachNewThread {
                end.resume(with: Result { try body(ServedEdition(files)) })
            }
        }
    }

    private init(_ files: [String: String]) throws {
        folder = try TemporaryFolder(Self.files.merging(files) { $1 })
        let server = try PreviewServer(edition: folder.path, port: 0, jobs: 1, resources: Self.resources)
        self.server = server
        running = Task { try await server.run() }
    }

    deinit { running.cancel() }

    @Sendable static func resources(_ edition: String) -> Resources {
        Resources(edition: edition, program: Checkout.program)
    }

    /// What comes back for a request, as text: head and body.
    func answer(_ request: String) throws -> String { try BareClient(port: server.port).answer(request) }

    /// What comes back for an address.
    func get(_ path: String, _ headers: String = "") throws -> String {
        try answer("GET \(path) HTTP/1.1\r\nHost: localhost:\(server.port)\r\nConnection: close\r\n\(headers)\r\n")
    }

    /// The status of what comes back for an address.
    func status(_ path: String, _ headers: String = "") throws -> Int? {
        Int(try get(path, headers).split(separator: " ").dropFirst().first ?? "")
    }
}
