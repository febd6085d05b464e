internal import Dispatch
internal import Glibc

/// Tells when something changes in folders: files written, moved, made or taken away.
///
/// The kernel tells (inotify); nothing is looked for again and again. Changes that come close together, as when an
/// editor writes a file beside the old one and renames it, are one.
final class FolderWatcher: Sendable {
    /// One value for each burst of changes.
    let changes: AsyncStream<Void>
    /// A pipe's end, which is closed to end the watching.
    private let ending: Int32

    init(_ folders: [WatchedFolder]) {
        let (changes, told) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        let (end, inbox) = (ends[0], Inbox(folders))
        self.changes = changes
        ending = ends[1]
        // A thread of its own: it sleeps in the kernel for nearly all of its life.
        DispatchQueue(label: "paiban.watcher").async {
            var inbox = inbox
            while inbox.waitForChange(or: end) { told.yield() }
            inbox.close()
            close(end)
            told.finish()
        }
    }

    deinit { close(ending) }
}

/// The kernel's messages of what happens in folders.
private struct Inbox: Sendable {
    private let descriptor = inotify_init()
    private let folders: [WatchedFolder]
    /// The names that matter in a folder where not all do, by the number that the kernel gives the folder.
    private var names: [Int32: Set<String>] = [:]

    /// After the last change of a burst, in milliseconds: editors write, flush and rename within one or two.
    private static let quiet: Int32 = 8

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR)

    init(_ folders: [WatchedFolder]) {
        self.folders = folders
        watch()
    }

    /// Watches all folders that there are. One that is watched already stays as it is.
    private mutating func watch() {
        names = [:]
        var whole: Set<Int32> = []
        for folder in folders {
            for path in folder.all {
                let number = inotify_add_watch(descriptor, path, Self.events)
                if let only = folder.only { names[number, default: []].insert(only) } else { whole.insert(number) }
            }
        }
        // A folder may be watched for one of its files, and for all that is in it besides.
        for number in whole { names[number] = nil }
    }

    /// Waits until something has changed and all is quiet again; false when the watching is to end.
    mutating func waitForChange(or end: Int32) -> Bool {
        var isChanged = false
        while true {
            var waiting = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: end, events: Int16(POLLIN), revents: 0),
            ]
            let count = poll(&waiting, 2, isChanged ? Self.quiet : -1)
            if count < 0, errno == EINTR { continue }
            if count < 0 || waiting[1].revents != 0 { return false }
            if count == 0 {
                // Folders may have come, and what was in them before they were watched has been told of by their coming.
                watch()
                return true
            }
            if readNames().contains(where: matters) { isChanged = true }
        }
    }

    private func matters(_ folder: Int32, _ name: String) -> Bool {
        names[folder].map { $0.contains(name) } ?? !WatchedFolder.isPassing(name)
    }

    /// The folders and names of what has changed; an empty name where a folder itself has.
    private func readNames() -> [(folder: Int32, name: String)] {
        let size = 64 * 1024, head = MemoryLayout<inotify_event>.size
        return withUnsafeTemporaryAllocation(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment) {
            room in
            let count = read(descriptor, room.baseAddress, size)
            var names: [(folder: Int32, name: String)] = [], place = 0
            while place + head <= count {
                let event = room.load(fromByteOffset: place, as: inotify_event.self)
                let name = UnsafeRawBufferPointer(rebasing: room[(place + head)..<(place + head + Int(event.len))])
                names.append((event.wd, String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)))
                place += head + Int(event.len)
            }
            return names
        }
    }

    func close() { Glibc.close(descriptor) }
}
