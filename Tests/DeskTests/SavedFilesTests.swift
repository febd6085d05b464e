import Foundation
import TestSupport
import Testing

@testable import Desk

/// Saved, created, moved and deleted files of an edition update the preview of the running program.
@Suite(.waiting)
struct SavedFilesTests {
    /// The parts of the preview's state that these tests need.
    private struct State: Decodable {
        struct Page: Decodable {
            var picture: Int
            var section: String?
            var stories: [Story]
        }
        struct Story: Decodable { var title: String }
        struct Problem: Decodable { var message: String }

        var revision: Int
        var isBroken: Bool
        var pages: [Page]
        var problems: [Problem]

        var titles: [String] { pages.flatMap(\.stories).map(\.title) }
    }

    private struct TimeoutError: Error { var state: String }

    private func state(_ edition: ServedEdition) throws -> State {
        let answer = try edition.get("/state")
        let body = answer[answer.range(of: "\r\n\r\n")!.upperBound...]
        return try JSONDecoder().decode(State.self, from: Data(body.utf8))
    }

    /// Waits for a state of the preview. The timeout is long, because other tests may keep the machine busy.
    @discardableResult
    private func wait(_ edition: ServedEdition, for condition: (State) -> Bool) throws -> State {
        let end = Date(timeIntervalSinceNow: 60)
        while Date() < end {
            let state = try state(edition)
            if state.revision > 0, condition(state) { return state }
            usleep(20_000)
        }
        throw TimeoutError(state: try edition.get("/state"))
    }

    /// An edition whose first page has a photo, and its first state.
    private func served(_ files: [String: String] = [:]) throws -> (edition: ServedEdition, first: State) {
        let photo = ServedEdition.story("黄桃熟了")
            .replacing("\n---\n", with: "\nphotos: [{file: p.jpg, caption: 桃}]\n---\n")
        let edition = try ServedEdition(["copy/one.md": photo].merging(files) { $1 })
        // Renamed into place, because an incomplete photo would be drawn first.
        try edition.folder.copy(Checkout.seed + "/photos/station.jpg", to: "photos/.p.jpg.swp")
        rename(edition.folder.path("photos/.p.jpg.swp"), edition.folder.path("photos/p.jpg"))
        return (edition, try wait(edition) { !$0.isBroken && isPhotoFound($0) })
    }

    private func isPhotoFound(_ state: State) -> Bool { !state.problems.contains { $0.message.contains("p.jpg") } }

    @Test func aSavedPhotoIsDrawnAgain() throws {
        let (edition, first) = try served()
        try FileManager.default.removeItem(atPath: edition.folder.path("photos/p.jpg"))
        try edition.folder.copy(Checkout.seed + "/photos/workshop.jpg", to: "photos/p.jpg")
        let now = try wait(edition) { $0.pages[0].picture != first.pages[0].picture && isPhotoFound($0) }
        #expect(now.pages[1].picture == first.pages[1].picture)
    }

    @Test func aSavedLayoutUpdatesItsPages() throws {
        let (edition, first) = try served()
        let smaller = ServedEdition.layout.replacing("[22pt, 20pt]", with: "[18pt, 16pt]")
        try edition.folder.write(smaller, to: "layouts/small.yaml")
        try wait(edition) { zip($0.pages, first.pages).allSatisfy { $0.picture != $1.picture } }
    }

    @Test func newFontsUpdateAllPages() throws {
        let (edition, first) = try served()
        let roles = try String(contentsOfFile: Checkout.folder + "/fonts/roles.yaml", encoding: .utf8)
        // The folder is created with its first file.
        try edition.folder.write(roles.replacing("Noto Serif CJK SC", with: "Noto Sans CJK SC"), to: "fonts/roles.yaml")
        try wait(edition) { zip($0.pages, first.pages).allSatisfy { $0.picture != $1.picture } }
    }

    @Test func savingEditionYAMLUpdatesThePages() throws {
        let (edition, _) = try served()
        let text = ServedEdition.files["edition.yaml"]!
        try edition.folder.write(text.replacing("要闻", with: "头版"), to: "edition.yaml")
        try wait(edition) { $0.pages.first?.section == "头版" }
    }

    @Test func aNewStoryIsPlaced() throws {
        let pages = "pages:\n  - {layout: small, copy: [copy]}\n"
        let (edition, first) = try served(["edition.yaml": pages])
        #expect(!first.titles.contains("新来的稿子"))
        try edition.folder.write(ServedEdition.story("新来的稿子"), to: "copy/a-new.md")
        try wait(edition) { $0.titles.contains("新来的稿子") || $0.problems.contains { $0.message.contains("新来的稿子") } }
    }

    @Test func aDeletedFileIsReportedUntilItIsRestored() throws {
        let (edition, first) = try served()
        let copy = try edition.folder.text(of: "copy/two.md")
        try FileManager.default.removeItem(atPath: edition.folder.path("copy/two.md"))
        let broken = try wait(edition) { $0.isBroken }
        #expect(broken.pages.map(\.picture) == first.pages.map(\.picture), "the last good pages stay")
        #expect(broken.problems.first?.message.contains("copy/two.md") == true)
        try edition.folder.write(copy, to: "copy/two.md")
        let repaired = try wait(edition) { !$0.isBroken }
        #expect(repaired.pages.map(\.picture) == first.pages.map(\.picture))
    }

    @Test func followsEditorsThatSaveByRenaming() throws {
        let (edition, _) = try served()
        for title in ["改过一次", "改过两次"] {
            try edition.folder.write(ServedEdition.story(title), to: "copy/.two.md.swap")
            rename(edition.folder.path("copy/.two.md.swap"), edition.folder.path("copy/two.md"))
            try wait(edition) { $0.titles.contains(title) }
        }
    }

    @Test func aMovedFolderIsReportedUntilItIsRestored() throws {
        let (edition, first) = try served()
        let (here, there) = (edition.folder.path, edition.folder.path + "-moved")
        rename(here, there)
        // A reading that the move interrupts misses single files before the next one misses the folder.
        let missing = try wait(edition) { $0.isBroken && $0.problems.first?.message.contains(here) == true }
        #expect(missing.pages.map(\.picture) == first.pages.map(\.picture))
        rename(there, here)
        try wait(edition) { !$0.isBroken }
        // It is watched again with its subfolders.
        try edition.folder.write(ServedEdition.story("回来以后"), to: "copy/two.md")
        try wait(edition) { $0.titles.contains("回来以后") }
    }
}
