import Foundation
import TestSupport
import Testing

@testable import Desk

struct FolderWatcherTests {
    /// Whether something is told within so many seconds: long, because other tests may keep all threads.
    private func isTold(_ watcher: FolderWatcher, within seconds: Double = 60) async -> Bool {
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

    @Test func savingIsTold() async throws {
        let folder = try TemporaryFolder(["copy/a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 2)])
        try folder.write("二", to: "copy/a.md")
        #expect(await isTold(watcher))
    }

    @Test func aFileMovedIntoPlaceIsTold() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 0)])
        try folder.write("二", to: ".a.md.tmp")
        rename(folder.path(".a.md.tmp"), folder.path("a.md"))
        #expect(await isTold(watcher))
    }

    @Test func foldersThatComeLaterAreWatched() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 3)])
        try folder.write("二", to: "copy/news/b.md")
        #expect(await isTold(watcher))
        try folder.write("三", to: "copy/news/b.md")
        #expect(await isTold(watcher))
    }

    @Test func aBurstIsOneChange() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 0)])
        for number in 0..<20 { try folder.write("\(number)", to: "a.md") }
        #expect(await isTold(watcher))
        #expect(await !isTold(watcher, within: 0.2))
    }

    @Test(arguments: [".a.md.swp", "a.md~"]) func copiesOfAnEditorsOwnAreNot(_ name: String) async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path, depth: 0)])
        try folder.write("二", to: name)
        #expect(await !isTold(watcher, within: 0.2))
    }

    @Test func theFolderItselfIsMissedAndFoundAgain() async throws {
        let folder = try TemporaryFolder(["day/copy/a.md": "一", "other.md": "二"])
        let watcher = FolderWatcher([
            WatchedFolder(path: folder.path("day"), depth: 2), WatchedFolder(path: folder.path, only: "day"),
        ])
        rename(folder.path("day"), folder.path("away"))
        #expect(await isTold(watcher))
        for text in ["三", "四"] {
            try folder.write(text, to: "day/copy/b.md")
            #expect(await isTold(watcher))
        }
        // What lies beside it is no matter.
        try folder.write("五", to: "other.md")
        #expect(await !isTold(watcher, within: 0.2))
    }

    /// A folder may be watched as a whole for one reason and for one name for another.
    @Test func oneNameDoesNotHideTheOthers() async throws {
        let folder = try TemporaryFolder(["a.md": "一"])
        let watcher = FolderWatcher([WatchedFolder(path: folder.path), WatchedFolder(path: folder.path, only: "b.md")])
        try folder.write("二", to: "a.md")
        #expect(await isTold(watcher))
    }

    @Test func foldersBelowTheDepthAreNone() throws {
        let folder = try TemporaryFolder(["a/b/c/d.md": "", ".git/x": ""])
        let all = WatchedFolder(path: folder.path, depth: 2).all
        #expect(all == [folder.path, folder.path("a"), folder.path("a/b")])
    }

    @Test func aBareFilesFolderIsWatchedAlone() throws {
        let folder = try TemporaryFolder(["front.txt": "", "other/deep/x.txt": ""])
        let folders = WatchedFolder.folders(of: folder.path("front.txt"), ServedEdition.resources)
        #expect(folders.first == WatchedFolder(path: folder.path, depth: 0))
        #expect(WatchedFolder.folders(of: folder.path + "/", ServedEdition.resources).first?.depth ?? 0 > 1)
    }
}
