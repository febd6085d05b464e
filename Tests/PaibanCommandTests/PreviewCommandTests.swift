import Foundation
import TestSupport
import Testing

/// `paiban preview` and `paiban serve`.
@Suite(.waiting)
struct PreviewCommandTests {
    private func sample() throws -> TemporaryFolder {
        let text = String(repeating: "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。", count: 20)
        return try TemporaryFolder(["a.md": "---\ntitle: 黄桃熟了\n---\n\n\(text)\n"])
    }

    @Test func previewDrawsGuides() throws {
        let folder = try sample()
        for (name, arguments) in [("plain", []), ("guided", ["--guides"])] {
            let run = try ProgramRun(
                Checkout.program, ["preview", "a.md", "-o", "\(name).svg"] + arguments, in: folder.path)
            #expect(run.status == 0, "\(run.errors)")
        }
        let plain = try folder.text(of: "plain.svg"), guided = try folder.text(of: "guided.svg")
        // The violet of modules and the blue of white lines.
        for ink in ["rgb(62%,20%,68%)", "rgb(62%,80%,100%)"] {
            #expect(guided.contains(ink) && !plain.contains(ink))
        }
    }

    @Test func servePrintsItsAddressAndEndsWithCtrlC() async throws {
        let folder = try sample()
        let process = Process()
        process.executableURL = URL(fileURLWithPath: Checkout.program)
        process.arguments = ["serve", folder.path("a.md"), "--port", "0"]
        let errors = Pipe()
        process.standardError = errors
        try process.run()
        let output = String(decoding: errors.fileHandleForReading.availableData, as: UTF8.self)
        #expect(output.hasPrefix("http://localhost:"))
        let port = try #require(output.split(separator: ":").last?.split(separator: "/").first)
        let taken = try ProgramRun(Checkout.program, ["serve", folder.path("a.md"), "--port", String(port)])
        #expect(taken.status == 1 && taken.errors.hasPrefix("error: cannot listen on port \(port): it is in use\n"))
        process.interrupt()
        process.waitUntilExit()
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGINT)
    }
}
