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

    /// After the last change of a burst, in milliseconds: editors write, flush and rename within one or two.
    private static let quiet: Int32 = 8

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR)

    init(_ folders: [WatchedFolder]) {
        self.folders = folders
        watch()
    }

    /// Watches all folders that there are. One that is watched already stays as it is.
    private func watch() {
        for folder in folders.flatMap(\.all) { inotify_add_watch(descriptor, folder, Self.events) }
    }

    /// Waits until something has changed and all is quiet again; false when the watching is to end.
    func waitForChange(or end: Int32) -> Bool {
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
            if readNames().contains(where: { !WatchedFolder.isPassing($0) }) { isChanged = true }
        }
    }

    /// The names of what has changed; an empty one where a folder itself has.
    private func readNames() -> [String] {
        let size = 64 * 1024, head = MemoryLayout<inotify_event>.size
        return withUnsafeTemporaryAllocation(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment) {
            room in
            let count = read(descriptor, room.baseAddress, size)
            var names: [String] = [], place = 0
            while place + head <= count {
                let event = room.load(fromByteOffset: place, as: inotify_event.self)
                let name = UnsafeRawBufferPointer(rebasing: room[(place + head)..<(place + head + Int(event.len))])
                names.append(String(decoding: name.prefix { $0 != 0 }, as: UTF8.self))
                place += head + Int(event.len)
            }
            return names
        }
    }

    func close() { Glibc.close(descriptor) }
}
