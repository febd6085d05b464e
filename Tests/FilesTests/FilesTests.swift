import Files
import Foundation
import TestSupport
import Testing

struct InputFileTests {
    private func failure(_ path: String, limit: Int = InputFile.maxTextSize) -> InputFile.Failure? {
        #expect(throws: InputFile.Failure.self) { _ = try InputFile.bytes(of: path, limit: limit) }
    }

    @Test func readsFilesWhole() throws {
        let folder = try TemporaryFolder(["a": "黄桃", "empty": ""])
        #expect(try InputFile.bytes(of: folder.path("a")) == Array("黄桃".utf8))
        #expect(try InputFile.bytes(of: folder.path("empty")).isEmpty)
        // A file of /proc has no size.
        #expect(try !InputFile.bytes(of: "/proc/self/status").isEmpty)
        #expect(try InputFile.head(of: folder.path("a"), count: 3) == Array("黄".utf8))
    }

    /// Opening a pipe without O_NONBLOCK would wait for ever.
    @Test(.timeLimit(.minutes(10))) func onlyFilesAreRead() throws {
        let folder = try TemporaryFolder()
        mkfifo(folder.path("pipe"), 0o600)
        #expect(failure(folder.path("pipe")) == .notAFile(.pipe))
        #expect(failure(folder.path) == .notAFile(.folder))
        #expect(failure("/dev/zero") == .notAFile(.device))
        #expect(failure(folder.path("none")) == .missing)
        #expect(failure(folder.path("a\0b")) == .missing)
    }

    @Test func aFileBeyondTheLimitIsRefusedUnread() throws {
        let folder = try TemporaryFolder(["a": "0123456789", "sparse": ""])
        #expect(failure(folder.path("a"), limit: 9) == .tooLarge(limit: 9))
        #expect(truncate(folder.path("sparse"), 3 << 30) == 0)
        #expect(failure(folder.path("sparse")) == .tooLarge(limit: InputFile.maxTextSize))
    }
}

struct FolderRootsTests {
    @Test func linksMayLeadFromOneRootToAnotherOnly() throws {
        let folder = try TemporaryFolder(["a/x": "", "b/y": "", "ab/z": ""])
        func link(_ name: String, _ target: String) throws {
            try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: target)
        }
        try link("a/toB", "../b/y")
        try link("a/toAB", "../ab/z")
        try link("a/folder", "../ab")
        try link("home", "a")
        let roots = FolderRoots([folder.path("home"), folder.path("b")])
        for name in ["a", "a/x", "a/toB", "home/x", "b/y", "a/none"] {
            #expect(roots.contain(folder.path(name)), "\(name)")
        }
        for name in ["a/toAB", "a/folder/z", "ab/z", ".", "a/../ab"] {
            #expect(!roots.contain(folder.path(name)), "\(name)")
        }
        #expect(FolderRoots(["/"]).contain(folder.path("ab/z")))
    }

    @Test(arguments: [
        ("front", true), ("a/b.svg", true), ("..a", true), ("", false), ("../a", false), ("a/../b", false),
        ("/a", false),
        ("a//b", false), ("~/a", false), ("a\nb", false), ("a\0", false), ("a\u{2028}b", false), ("..", false),
    ]) func namesInside(_ name: String, _ isInside: Bool) { #expect(FolderRoots.isInside(name) == isInside) }
}

struct FolderTreeTests {
    @Test func listsEverythingOnce() throws {
        let folder = try TemporaryFolder(["b.md": "", "a/c.md": "", ".hidden": ""])
        mkfifo(folder.path("a/pipe"), 0o600)
        // Two links back to the top would double the tree at every level.
        for name in ["a/loop", "a/loop2"] {
            try FileManager.default.createSymbolicLink(atPath: folder.path(name), withDestinationPath: "..")
        }
        let tree = FolderTree(folder.path)
        let names = tree.entries.map { String($0.path.dropFirst(folder.path.count + 1)) }
        #expect(names == ["a", "b.md", "a/c.md", "a/loop", "a/loop2", "a/pipe"])
        #expect(tree.entries.map(\.kind) == [.folder, .file, .file, .folder, .folder, .pipe])
        #expect(tree.repeated == [folder.path("a/loop"), folder.path("a/loop2")])
        #expect(FolderTree(folder.path, depth: 0).entries.count == 2)
        #expect(FolderTree(folder.path("none")).entries.isEmpty)
    }
}
