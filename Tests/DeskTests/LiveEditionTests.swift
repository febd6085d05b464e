import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite(.waiting)
struct LiveEditionTests {
    private func edition(_ files: [String: String] = [:]) throws -> (TemporaryFolder, LiveEdition) {
        let folder = try TemporaryFolder(ServedEdition.files.merging(files) { $1 })
        return (folder, LiveEdition(folder.path, resources: ServedEdition.resources, jobs: 1))
    }

    @Test func aChangeGivesOnlyItsPageANewPicture() async throws {
        let (folder, live) = try edition()
        await live.refresh()
        let first = live.state
        #expect(first.pages.map(\.number) == [1, 2] && first.pages.map(\.previousPicture) == [nil, nil])
        await live.refresh()
        #expect(live.state.pages == first.pages, "nothing has changed")
        try folder.write(ServedEdition.story("新路通了"), to: "copy/three.md")
        await live.refresh()
        let second = live.state
        #expect(second.pages[0] == first.pages[0])
        #expect(
            second.pages[1].picture != first.pages[1].picture
                && second.pages[1].previousPicture == first.pages[1].picture)
        #expect(second.pages[1].stories.map(\.title).contains("新路通了"))
        #expect(second.phases.map(\.name) == ["reading", "composing", "comparing"])
    }

    @Test func keepsTheLastGoodPagesAfterAnError() async throws {
        let (folder, live) = try edition()
        await live.refresh()
        let good = live.state
        try folder.write("page: {size: A7}\n", to: "layouts/small.yaml")
        await live.refresh()
        let broken = live.state
        #expect(broken.isBroken && broken.pages == good.pages && broken.revision == good.revision + 1)
        #expect(broken.problems.first?.file?.hasSuffix("layouts/small.yaml") == true)
        #expect(broken.problems.first?.line == 1 && broken.problems.first?.isError == true)
        #expect(live.document != nil)
        try folder.write(ServedEdition.layout, to: "layouts/small.yaml")
        await live.refresh()
        let repaired = live.state
        #expect(!repaired.isBroken && repaired.problems == good.problems && repaired.pages == good.pages)
    }

    @Test func reportsTheErrorsOfAnEditionThatWasNeverGood() async throws {
        let folder = try TemporaryFolder()
        let live = LiveEdition(folder.path, resources: ServedEdition.resources, jobs: 1)
        await live.refresh()
        let state = live.state
        #expect(state.isBroken && state.pages.isEmpty && state.problems.first?.message.contains("edition.yaml") == true)
    }

    @Test func storiesHaveTheirFramesAndOversetLines() async throws {
        let (folder, live) = try edition(["copy/two.md": ServedEdition.story("大桥通车", sentences: 90)])
        defer { withExtendedLifetime(folder) {} }
        await live.refresh()
        let page = try #require(live.state.pages.first)
        let long = try #require(page.stories.first { $0.title == "大桥通车" })
        #expect(long.file == "copy/two.md" && long.oversetLines > 10)
        #expect(page.stories.allSatisfy { $0.frames.count == 1 && $0.frames[0][2] > 100 && $0.frames[0][3] > 500 })
        let problem = try #require(live.state.problems.first { $0.message.contains("too long") })
        #expect(problem.page == 1 && problem.story == long.id && problem.isError)
    }

    @Test func aChangedPhotoGivesANewPicture() async throws {
        let photo = Checkout.seed + "/photos/station.jpg"
        let files = ["copy/one.md": "---\ntitle: 车站\nphotos: [{file: station.jpg, caption: 车站}]\n---\n\n车站建成了。\n"]
        let (folder, live) = try edition(files)
        try folder.copy(photo, to: "photos/station.jpg")
        await live.refresh()
        let first = try #require(live.state.pages.first)
        // The same photo with a new modification time.
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: folder.path("photos/station.jpg"))
        await live.refresh()
        #expect(live.state.pages.first?.picture != first.picture)
    }

    @Test func opensChangedFonts() async throws {
        let (folder, live) = try edition()
        await live.refresh()
        let first = live.state.pages.map(\.picture)
        let roles = try String(contentsOfFile: Checkout.folder + "/fonts/roles.yaml", encoding: .utf8)
        try folder.write(roles.replacing("Noto Serif CJK SC", with: "Noto Sans CJK SC"), to: "fonts/roles.yaml")
        await live.refresh()
        #expect(!live.state.isBroken && zip(live.state.pages.map(\.picture), first).allSatisfy { $0 != $1 })
    }

    @Test(arguments: [("/a/2023-06-21/", "2023-06-21"), ("头版.txt", "头版"), ("./day", "day"), (".", "edition")])
    func downloadsAreNamedAfterTheEdition(_ path: String, _ name: String) {
        #expect(LiveEdition(path, resources: ServedEdition.resources, jobs: 1).name == name)
    }

    @Test func writesAndReadsTheDummy() async throws {
        let layout = """
            page: {size: A4}
            grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 52}
            headlines: {1: {font: hei-heavy, sizes: [22pt, 18pt, 14pt]}}
            makeup: auto

            """
        let edition = "pages:\n  - {layout: auto, copy: [copy/one.md, copy/two.md]}\n"
        let (folder, _) = try self.edition(["edition.yaml": edition, "layouts/auto.yaml": layout])
        let file = folder.path("dummy.yaml")
        let live = LiveEdition(folder.path, resources: ServedEdition.resources, dummy: file, jobs: 1)
        await live.refresh()
        #expect(try folder.text(of: "dummy.yaml").contains("story: 'one'"))
        try folder.write("pages: [{page: eins}]\n", to: "dummy.yaml")
        await live.refresh()
        #expect(live.state.isBroken && live.state.problems.first?.file == "dummy.yaml")
    }

    @Test func listenersGetTheCurrentStateAndTheNext() async throws {
        let (folder, live) = try edition()
        defer { withExtendedLifetime(folder) {} }
        await live.refresh()
        var events = live.events().makeAsyncIterator()
        let now = try #require(await events.next())
        #expect(now.hasPrefix("event: state\ndata: {") && now.hasSuffix("}\n\n") && now.contains("\"revision\":1"))
        await live.refresh()
        #expect(try #require(await events.next()).contains("\"revision\":2"))
    }
}
