import Dispatch
import Pages
import Synchronization
import Testing

struct FaceKeyTests {
    @Test func keysAreEqualInFileIndexAndName() {
        let key = FaceKey(file: "/fonts/song.ttc", index: 1, name: "Song")
        #expect(key == FaceKey(file: "/fonts/song.ttc", index: 1, name: "Song"))
        #expect(key != FaceKey(file: "/fonts/song.ttc", index: 2, name: "Song"))
        #expect(key != FaceKey(file: "/fonts/song.ttc", index: 1, name: "Kai"))
        #expect(key != FaceKey(file: "/fonts/kai.ttc", index: 1, name: "Song"))
        #expect((key.file, key.index, key.name) == ("/fonts/song.ttc", 1, "Song"))
    }

    /// Whichever was seen first: files are in one order in every run.
    @Test func keysAreOrderedByTheirFiles() {
        let last = FaceKey(file: "/order/b", index: 0, name: ""), second = FaceKey(file: "/order/a", index: 3, name: "")
        let first = FaceKey(file: "/order/a", index: 2, name: "")
        #expect([last, second, first].sorted() == [first, second, last])
    }

    @Test func severalHandsMakeTheSameKeys() {
        let made = Mutex<Set<FaceKey>>([])
        DispatchQueue.concurrentPerform(iterations: 32) { _ in
            for index in 0..<40 {
                let key = FaceKey(file: "/hands", index: index, name: "n")
                made.withLock { _ = $0.insert(key) }
            }
        }
        #expect(made.withLock { $0.count } == 40)
    }
}
