internal import Concurrency
internal import Glibc

/// Reports changes in folders: files that are written, moved, created or deleted.
///
/// It uses inotify and does not poll. Changes in quick succession are one, as when an editor writes a new file and renames
/// it over the old one.
final class FolderWatcher: Sendable {
    /// One value for each burst of changes.
    let changes: AsyncStream<Void>
    /// The write end of a pipe. Closing it ends the watching.
    private let stopPipe: Int32

    /// - Parameter settlingTime: how long no change must occur for a burst to end, in milliseconds.
    init(_ folders: [WatchedFolder], settlingTime: Int32 = 8) {
        let (changes, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        var ends: [Int32] = [-1, -1]
        pipe(&ends)
        let (stop, queue) = (ends[0], InotifyQueue(folders, settlingTime: settlingTime))
        self.changes = changes
        stopPipe = ends[1]
        // The thread blocks in the kernel nearly all the time, so it must not be one of Swift's cooperative threads.
        QueueExecutor.detach("watcher") {
            var queue = queue
            while queue.waitForChange(orEndOf: stop) { continuation.yield() }
            queue.close()
            close(stop)
            continuation.finish()
        }
    }

    deinit { close(stopPipe) }
}

/// An inotify instance and the folders that it watches.
private struct InotifyQueue: Sendable {
    private let descriptor = inotify_init()
    private let folders: [WatchedFolder]
    /// The names that are reported, by the watch descriptor of their folder. Folders that are not listed report all
    /// names.
    private var onlyNames: [Int32: Set<String>] = [:]

    /// How long no change must occur for a burst to end, in milliseconds. Editors write, flush and rename within one or
    /// two.
    private let settlingTime: Int32

    /// How long a burst may last. A file that is written again and again must not keep the other changes back.
    private static let longestBurst = Duration.milliseconds(400)

    private static let events = UInt32(
        IN_CLOSE_WRITE | IN_MOVED_TO | IN_MOVED_FROM | IN_CREATE | IN_DELETE | IN_ONLYDIR)

    init(_ folders: [WatchedFolder], settlingTime: Int32) {
        self.folders = folders
        self.settlingTime = settlingTime
        addWatches()
    }

    /// Watches all folders that exist. A folder that is already watched keeps its watch.
    private mutating func addWatches() {
        onlyNames = [:]
        var watchedWhole: Set<Int32> = []
        for folder in folders {
            for path in folder.existingFolders {
                let watch = inotify_add_watch(descriptor, path, Self.events)
                if let name = folder.onlyName {
                    onlyNames[watch, default: []].insert(name)
                } else {
                    watchedWhole.insert(watch)
                }
            }
        }
        // A folder can be given both as a whole and for one name.
        for watch in watchedWhole { onlyNames[watch] = nil }
    }

    /// Waits for a burst of changes to end.
    ///
    /// - Returns: false when the other end of the pipe `stop` has been closed.
    mutating func waitForChange(orEndOf stop: Int32) -> Bool {
        var isChanged = false, end = ContinuousClock.now
        while true {
            var descriptors = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
            ]
            let left = max(0, Int32((end - .now) / .milliseconds(1)))
            let count = poll(&descriptors, 2, isChanged ? min(settlingTime, left) : -1)
            if count < 0, errno == EINTR { continue }
            if count < 0 || descriptors[1].revents != 0 { return false }
            if count == 0 || isChanged && ContinuousClock.now >= end {
                if count > 0 { _ = readEvents() }
                // Watch new folders. Files created in them before were reported by the folder's own creation.
                addWatches()
                return true
            }
            guard readEvents().contains(where: isRelevant), !isChanged else { continue }
            isChanged = true
            end = .now + Self.longestBurst
        }
    }

    private func isRelevant(_ watch: Int32, _ name: String) -> Bool {
        onlyNames[watch].map { $0.contains(name) } ?? !WatchedFolder.isTemporary(name)
    }

    /// The watch descriptors and names of pending events. The name is empty if the folder itself has changed.
    private func readEvents() -> [(watch: Int32, name: String)] {
        let size = 64 * 1024, headSize = MemoryLayout<inotify_event>.size
        return withUnsafeTemporaryAllocation(byteCount: size, alignment: MemoryLayout<inotify_event>.alignment) {
            buffer in
            let count = read(descriptor, buffer.baseAddress, size)
            var events: [(watch: Int32, name: String)] = [], offset = 0
            while offset + headSize <= count {
                let event = buffer.load(fromByteOffset: offset, as: inotify_event.self)
                let end = offset + headSize + Int(event.len)
                let name = UnsafeRawBufferPointer(rebasing: buffer[(offset + headSize)..<end])
                events.append((event.wd, String(decoding: name.prefix { $0 != 0 }, as: UTF8.self)))
                offset = end
            }
            return events
        }
    }

    func close() { Glibc.close(descriptor) }
}
