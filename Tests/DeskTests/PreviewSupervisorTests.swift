import Concurrency
import Foundation
import TestSupport
import Testing

@testable import Desk

/// The live view goes on after a crash of the process that makes the pages.
@Suite(.waiting)
struct PreviewSupervisorTests {
    /// Waits until the state contains a text.
    private func wait(for text: String, in edition: ServedEdition) throws -> String {
        var state = ""
        for _ in 0..<3000 {
            // The connection may be one to the process that has crashed.
            state = (try? edition.get("/state")) ?? ""
            if state.contains(text) { return state }
            usleep(20_000)
        }
        Issue.record("no \(text) in \(state.prefix(400))")
        return state
    }

    @Test func aCrashIsAMessageAndTheNextSaveMakesThePagesAgain() throws {
        let edition = try ServedEdition()
        _ = try wait(for: "大桥通车", in: edition)
        for title in ["黄桃丰收", "黄桃大丰收"] {
            try edition.crash()
            let state = try wait(for: "crashed while it worked on the pages (signal 11)", in: edition)
            #expect(state.contains("\"isBroken\":true"))
            try edition.folder.write(ServedEdition.story(title), to: "copy/one.md")
            #expect(try wait(for: title, in: edition).contains("\"isBroken\":false"))
        }
    }

    @Test func theProcessThatServesEndsWithTheSupervisor() throws {
        let edition = try ServedEdition()
        _ = try wait(for: "大桥通车", in: edition)
        let server = try #require(edition.servers.first)
        try edition.restart()
        // A process that nobody waits for keeps its number, and has no command line.
        let command = FileManager.default.contents(atPath: "/proc/\(server)/cmdline") ?? Data()
        #expect(command.isEmpty && edition.servers.first != server)
    }

    @Test func aProgramThatCrashesAtItsStartIsGivenUp() throws {
        let folder = try TemporaryFolder(ServedEdition.files.merging(["crash": "#!/bin/sh\nkill -ILL $$\n"]) { $1 })
        chmod(folder.path("crash"), 0o755)
        let server = try PreviewServer(edition: folder.path, port: 0, jobs: 1, resources: ServedEdition.resources)
        var crashes: [Int32?] = []
        #expect(throws: (any Error).self) {
            try PreviewSupervisor(server).run(folder.path("crash")) {
                crashes.append($0)
                return []
            }
        }
        #expect(crashes == [nil, 4, 4, 4, 4])
    }

    @Test(arguments: [("exit 7", 7), ("kill -TERM $$", 143)]) func aProgramThatEndsIsNotStartedAgain(
        script: String, status: Int32
    ) throws {
        let folder = try TemporaryFolder(ServedEdition.files.merging(["end": "#!/bin/sh\n\(script)\n"]) { $1 })
        chmod(folder.path("end"), 0o755)
        let server = try PreviewServer(edition: folder.path, port: 0, jobs: 1, resources: ServedEdition.resources)
        #expect(try PreviewSupervisor(server).run(folder.path("end")) { _ in [] } == status)
    }
}
