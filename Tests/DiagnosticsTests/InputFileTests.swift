import Diagnostics
import Foundation
import TestSupport
import Testing

struct InputFileTests {
    @Test func readsFiles() throws {
        let folder = try TemporaryFolder(["a.txt": "江边", "empty.txt": ""])
        #expect(try InputFile.bytes(of: folder.path("a.txt")) == Array("江边".utf8))
        #expect(try InputFile.bytes(of: folder.path("empty.txt")) == [])
        #expect(try InputFile.bytes(of: folder.path("b.txt")) == nil)
        #expect(try InputFile.bytes(of: folder.path) == nil)
        #expect(try InputFile.bytes(of: folder.path("a.txt") + "\0.md") == nil)
    }

    @Test func refusesLargeFilesBeforeReading() throws {
        let folder = try TemporaryFolder(["a.txt": ""])
        // A hole: the file has gigabytes and takes no room.
        #expect(truncate(folder.path("a.txt"), 3_000_000_000) == 0)
        let error = #expect(throws: DiagnosticsError.self) { try InputFile.bytes(of: folder.path("a.txt")) }
        #expect(
            error?.diagnostics.map(\.message) == ["the file has 3000000000 bytes, and at most 4194304 are read"])
    }

    @Test func passesOverPipes() throws {
        let folder = try TemporaryFolder()
        #expect(mkfifo(folder.path("a.txt"), 0o600) == 0)
        #expect(try InputFile.bytes(of: folder.path("a.txt")) == nil)
    }
}
