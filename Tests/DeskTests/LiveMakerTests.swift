import Concurrency
import Foundation
import TestSupport
import Testing

@testable import Desk

/// Changes cancel makings that take long, and still the view changes.
@Suite(.waiting)
struct LiveMakerTests {
    @Test func aCancelledMakingChangesNothing() async throws {
        let folder = try TemporaryFolder(ServedEdition.files)
        let live = LiveEdition(folder.path, resources: ServedEdition.resources, jobs: 1)
        let cancellation = Cancellation()
        cancellation.cancel()
        await live.refresh(cancellation)
        #expect(live.state.revision == 0 && live.state.pages.isEmpty && !live.state.isBroken)
        await live.refresh()
        #expect(live.state.revision == 1 && !live.state.pages.isEmpty)
    }

    @Test("with changes one after the other, each of which cancels a making, the pages are made at last")
    func changesWithoutEnd() async throws {
        let folder = try TemporaryFolder(ServedEdition.files)
        let live = LiveEdition(folder.path, resources: ServedEdition.resources, jobs: 1)
        let (changes, change) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        let maker = LiveMaker(live, patience: .milliseconds(5))
        let making = Task { await maker.run(changes) }
        let end = ContinuousClock.now + .seconds(240)
        while live.state.pages.isEmpty, ContinuousClock.now < end {
            change.yield()
            try await Task.sleep(for: .milliseconds(1))
        }
        #expect(!live.state.pages.isEmpty)
        change.finish()
        await making.value
    }

    /// A state has hundreds of messages, and copy has lines of any length.
    @Test func theStateHasNoExcerptsOfEndlessLines() async throws {
        let long = String(repeating: "黄桃", count: 5000)
        let folder = try TemporaryFolder(
            ServedEdition.files.merging(["copy/one.md": "---\ntitle: 一\nkicker: [\(long)]\n---\n一\n"]) { $1 })
        let live = LiveEdition(folder.path, resources: ServedEdition.resources, jobs: 1)
        await live.refresh()
        #expect(!live.state.problems.isEmpty && !live.state.json.contains(long))
    }

    @Test func theStateNamesPathsRelativeToTheEdition() async throws {
        let folder = try TemporaryFolder(
            ServedEdition.files.merging(["copy/one.md": "---\ntitle: 一\nranks: 1\n---\n一\n"]) { $1 })
        let live = LiveEdition(folder.path, resources: ServedEdition.resources, jobs: 1)
        await live.refresh()
        #expect(live.state.problems.contains { $0.file == "copy/one.md" })
        #expect(live.state.pages.flatMap(\.stories).allSatisfy { $0.file.hasPrefix("copy/") })
        #expect(!live.state.json.contains(folder.path))
    }
}
