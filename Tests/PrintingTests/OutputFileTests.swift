import Diagnostics
import Foundation
import Glibc
import Testing

@testable import Printing

struct OutputFileTests {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func contents(_ name: String) throws -> String {
        try String(contentsOfFile: scratch.path(name), encoding: .utf8)
    }

    private func message(_ body: () throws -> Void) -> String? {
        #expect(throws: DiagnosticsError.self, performing: body)?.diagnostics.first?.rendered
    }

    @Test func writesAndReplacesAFile() throws {
        let file = OutputFile(scratch.path("page.pdf"))
        try file.write(Array("old".utf8))
        try file.write(Array("new one".utf8))
        #expect(try contents("page.pdf") == "new one")
        #expect(scratch.names == ["page.pdf"])
        try file.write([])
        #expect(try contents("page.pdf") == "")
    }

    /// The old file is replaced, not overwritten.
    @Test func aReaderOfTheOldFileReadsItToTheEnd() throws {
        try scratch.write(Array("old and whole".utf8), "page.pdf")
        let reader = try #require(FileHandle(forReadingAtPath: scratch.path("page.pdf")))
        try OutputFile(scratch.path("page.pdf")).write(Array("new".utf8))
        #expect(reader.readDataToEndOfFile() == Data("old and whole".utf8))
    }

    @Test func keepsPermissionsAndSymbolicLinks() throws {
        try scratch.write(Array("old".utf8), "real.pdf")
        try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: scratch.path("real.pdf"))
        try FileManager.default.createSymbolicLink(atPath: scratch.path("link.pdf"), withDestinationPath: "real.pdf")
        try OutputFile(scratch.path("link.pdf")).write(Array("new".utf8))
        #expect(try contents("real.pdf") == "new")
        #expect(try FileManager.default.destinationOfSymbolicLink(atPath: scratch.path("link.pdf")) == "real.pdf")
        let mode = try FileManager.default.attributesOfItem(atPath: scratch.path("real.pdf"))[.posixPermissions]
        #expect(mode as? Int == 0o640)
    }

    @Test func aMissingFolderIsAnError() {
        let path = scratch.path("none/page.pdf")
        #expect(
            message { try OutputFile(path).write([1]) }
                == "\(path): error: the file cannot be written: No such file or directory\n")
    }

    /// In /sys not even the superuser can create files.
    @Test func aReadOnlyFolderIsAnError() {
        #expect(message { try OutputFile("/sys/page.pdf").write([1]) }?.contains("the file cannot be written") == true)
    }

    @Test func aFailedRenameLeavesNoTemporaryFile() throws {
        let folder = scratch.folder.appendingPathComponent("page.pdf")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
        #expect(message { try OutputFile(folder.path).write([1]) }?.contains("Is a directory") == true)
        #expect(scratch.names == ["page.pdf"])
    }

    /// Opening a pipe that nobody reads would wait for ever.
    @Test(.timeLimit(.minutes(10))) func aPipeWithoutAReaderIsAnError() throws {
        let path = scratch.path("pipe")
        mkfifo(path, 0o600)
        #expect(message { try OutputFile(path).write([1]) }?.contains("no program reads from it") == true)
    }

    @Test func aPipeGetsEverything() throws {
        let path = scratch.path("pipe")
        mkfifo(path, 0o600)
        // Both ends, so that opening does not wait. The bytes exceed what a pipe holds.
        let reader = open(path, O_RDWR)
        defer { close(reader) }
        let bytes = [UInt8](repeating: 7, count: 300_000)
        nonisolated(unsafe) var read = 0
        let thread = Thread {
            var buffer = [UInt8](repeating: 0, count: 1 << 16)
            while read < bytes.count { read += max(0, Glibc.read(reader, &buffer, buffer.count)) }
        }
        thread.start()
        try OutputFile(path).write(bytes)
        while !thread.isFinished { usleep(1000) }
        #expect(read == bytes.count)
    }

    /// Both signals would end the program.
    @Test func limitsAndClosedPipesAreErrors() throws {
        let path = scratch.path("closed")
        mkfifo(path, 0o600)
        let reader = open(path, O_RDONLY | O_NONBLOCK)
        let writer = open(path, O_WRONLY)
        close(reader)
        defer { close(writer) }
        #expect(message { try OutputFile("/proc/self/fd/\(writer)").write([1]) }?.contains("pipe") == true)
    }

    @Test func writesToADevice() throws {
        try OutputFile("/dev/null").write([1, 2, 3])
        #expect(message { try OutputFile("/dev/full").write([1]) }?.contains("No space left") == true)
    }
}
