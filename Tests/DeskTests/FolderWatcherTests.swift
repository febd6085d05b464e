import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite(.waiting)
struct FolderWatcherTests {
    /// Whether a change is reported within some seconds. The timeout is long, because other tests may occupy all threads.
    private func reportsChange(_ watcher: FolderWatcher, within seconds: Double = 60) async -> Bool {
        await withTaskGroup(of: Bool.self) { group in
            group.addTask {
                for await _ in watcher.changes { return true }
                return false
            }
            group.addTask {
                try? await Task.sleep(for: .seconds(seconds))
                return false
            }
            defer { group.cancelAll() }
            return await group.next()!
        }
    }

    @Test func reportsASavedFile() async throws {
        let folder = try TemporaryFolder(["copy/a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 2)])
        try folder.write("二", to: "copy/a.md")
        #expect(await reportsChange(watcher))
    }

    @Test func reportsARenamedFile() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 0)])
        try folder.write("二", to: ".a.md.tmp")
        rename(folder.path(".a.md.tmp"), folder.path("a.md"))
        #expect(await reportsChange(watcher))
    }

    @Test func watchesNewFolders() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 3)])
        try folder.write("二", to: "copy/news/b.md")
        #expect(await reportsChange(watcher))
        try folder.write("三", to: "copy/news/b.md")
        #expect(await reportsChange(watcher))
    }

    @Test func reportsABurstOnce() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        // A busy machine may pause between two writes for longer than an editor does.
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 0)], settlingTime: 250)
        for number in 0..<20 { try folder.write("\(number)", to: "a.md") }
        #expect(await reportsChange(watcher))
        #expect(await !reportsChange(watcher, within: 0.5))
    }

    @Test("a file that is written all the time does not keep changes back")
    func reportsABurstWithoutEnd() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 0)], settlingTime: 60_000)
        // A thread, because a task would wait for the turns of other tests.
        let path = folder.path("a.md")
        let writing = Thread {
            while !Thread.current.isCancelled {
                try? Data("二".utf8).write(to: URL(fileURLWithPath: path))
                usleep(4000)
            }
        }
        writing.start()
        defer { writing.cancel() }
        #expect(await reportsChange(watcher, within: 50))
    }

    @Test(arguments: [".a.md.swp", "a.md~"]) func ignoresTemporaryFilesOfEditors(_ name: String) async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 0)])
        try folder.write("二", to: name)
        #expect(await !reportsChange(watcher, within: 0.2))
    }

    @Test func reportsThatTheFolderIsMovedAndReplaced() async throws {
        let folder = try TemporaryFolder(["day/copy/a.md": "一", "other.md": "二"])
        let watcher = FolderWatcher([
            WatchedFolder(path: folder.path("day"), depth: 2), WatchedFolder(path: folder.path, onlyName: "day"),
        ])
        rename(folder.path("day"), folder.path("away"))
        #expect(await reportsChange(watcher))
        for text in ["三", "四"] {
            try folder.write(text, to: "day/copy/b.md")
            #expect(await reportsChange(watcher))
        }
        // Other files in the parent folder are ignored.
        try folder.write("五", to: "other.md")
        #expect(await !reportsChange(watcher, within: 0.2))
    }

    /// A folder can be given both as a whole and for one name.
    @Test func watchingOneNameDoesNotHideTheOthers() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([
            WatchedFolder(path: folder.path), WatchedFolder(path: folder.path, onlyName: "b.md"),
        ])
        try folder.write("二", to: "a.md")
        #expect(await reportsChange(watcher))
    }

    @Test func stopsAtTheDepth() throws {
        let folder = try TemporaryFolder(["a/b/c/d.md": "", ".git/x": ""])
        let folders = WatchedFolder(path: folder.path, depth: 2).existingFolders
        #expect(folders == [folder.path, folder.path("a"), folder.path("a/b")])
    }

    @Test func watchesTheFolderOfACopyFileWithoutSubfolders() throws {
        let folder = try TemporaryFolder(["front.txt": "", "other/deep/x.txt": ""])
        let folders = WatchedFolder.folders(of: folder.path("front.txt"), ServedEdition.resources)
        #expect(folders.first == WatchedFolder(path: folder.path, depth: 0))
        #expect(WatchedFolder.folders(of: folder.path + "/", ServedEdition.resources).first?.depth ?? 0 > 1)
    }
}
