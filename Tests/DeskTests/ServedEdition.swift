import Foundation
import Press
import TestSupport

@testable import Desk

/// A small edition in a temporary folder, served by the program in a process of its own.
///
/// In the tests' process, tests that block while they wait for answers would occupy the threads of the server.
final class ServedEdition {
    let folder: TemporaryFolder
    let address: String
    let port: UInt16
    private var process: Process

    struct Failure: Error { var output: String }

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

    /// - Parameters:
    ///   - files: texts to add to the edition's files, or to replace some of them.
    ///   - prepare: adds other files before the program starts.
    init(_ files: [String: String] = [:], prepare: (TemporaryFolder) throws -> Void = { _ in }) throws {
        folder = try TemporaryFolder(Self.files.merging(files) { $1 })
        try prepare(folder)
        process = Process()
        address = try Self.serve(folder, by: process, port: 0)
        guard let port = address.split(separator: ":").last.flatMap({ UInt16($0.prefix(while: \.isNumber)) }) else {
            throw Failure(output: address)
        }
        self.port = port
    }

    deinit { end() }

    /// Runs the program; returns the address that it prints.
    private static func serve(_ folder: TemporaryFolder, by process: Process, port: UInt16) throws -> String {
        process.executableURL = URL(fileURLWithPath: Checkout.program)
        process.arguments = ["serve", folder.path, "--port", "\(port)"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        return String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self).prefix { $0 != " " } + ""
    }

    /// Restarts the program at the same address.
    func restart() throws {
        end()
        // The process that served ends after the one that was ended, and has the port until then.
        for _ in 0..<600 {
            process = Process()
            if try Self.serve(folder, by: process, port: port) == address { return }
            usleep(20_000)
        }
        throw Failure(output: "no address")
    }

    /// The processes that the program has started: one, which serves.
    var servers: [pid_t] {
        let tasks = "/proc/\(process.processIdentifier)/task"
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: tasks)) ?? []
        return threads.flatMap { thread in
            ((try? String(contentsOfFile: "\(tasks)/\(thread)/children", encoding: .utf8)) ?? "")
                .split(separator: " ").compactMap { pid_t($0) }
        }
    }

    /// Ends the process that serves, like a crash.
    func crash() throws {
        guard let server = servers.first else { throw Failure(output: "no process serves") }
        kill(server, SIGSEGV)
    }

    private func end() {
        process.terminate()
        process.waitUntilExit()
    }

    @Sendable static func resources(_ edition: String) -> Resources {
        Resources(edition: edition, program: Checkout.program)
    }

    /// The response to a request, head and body.
    func answer(_ request: String) throws -> String { try RawClient(port: port).answer(request) }

    /// The response to a GET request.
    func get(_ path: String, _ headers: String = "") throws -> String {
        try answer("GET \(path) HTTP/1.1\r\nHost: localhost:\(port)\r\nConnection: close\r\n\(headers)\r\n")
    }

    /// The status of the response to a GET request.
    func status(_ path: String, _ headers: String = "") throws -> Int? {
        Int(try get(path, headers).split(separator: " ").dropFirst().first ?? "")
    }
}
