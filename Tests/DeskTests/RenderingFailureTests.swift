import Fonts
import Foundation
import Pages
import TestSupport
import Testing

@testable import Desk

/// Pictures and downloads that cannot be made, because a font of the pages has been deleted.
@Suite(.waiting)
struct RenderingFailureTests {
    private func answer(_ path: String, _ routes: PreviewRoutes) async throws(HTTPError) -> Response {
        try await routes.answer(RequestHead("GET \(path) HTTP/1.1\r\nHost: localhost"))
    }

    private func message(_ path: String, _ routes: PreviewRoutes) async -> String? {
        let error = await #expect(throws: HTTPError.self) { _ = try await answer(path, routes) }
        guard case .internalServerError(let message) = error else { return nil }
        return message
    }

    @Test func anErrorOfRenderingIsPublishedUntilItSucceeds() async throws {
        let folder = try TemporaryFolder(ServedEdition.files.merging(OwnFont.roles) { $1 })
        try OwnFont.install(in: folder)
        let live = LiveEdition(folder.path, resources: ServedEdition.resources, jobs: 1)
        let routes = PreviewRoutes(edition: live)
        await live.refresh()
        let state = live.state
        let page = try #require(state.pages.first)
        let picture = "/pictures/\(page.picture)?scale=1&x=0&y=0&width=90&height=90"
        #expect(!state.isBroken && state.failures.isEmpty)

        try OwnFont.remove(from: folder)
        let expected = "the font LXGWWenKai-Regular cannot be used: "
        #expect(await message(picture, routes)?.hasPrefix(expected) == true)
        #expect(await message("/edition.pdf", routes)?.hasPrefix(expected) == true)
        #expect(live.state.failures.map(\.page) == [nil, 1])
        #expect(live.state.failures.allSatisfy { $0.isError && $0.message.hasPrefix(expected) && $0.file != nil })
        #expect(live.state.revision == state.revision + 2)

        // The same error is published once. Making the edition again keeps it for a page that has not changed.
        _ = await message(picture, routes)
        #expect(live.state.revision == state.revision + 2)
        await live.refresh()
        #expect(!live.state.isBroken && live.state.failures.map(\.page) == [1])

        try OwnFont.install(in: folder)
        #expect(try await answer(picture, routes).status == 200)
        #expect(live.state.failures.isEmpty && live.state.revision == state.revision + 4)
        #expect(try await answer("/edition.pdf", routes).status == 200)
    }

    @Test func theResponseHasTheMessage() {
        let response = HTTPError.internalServerError("the font Song cannot be used").response
        guard case .bytes(let body) = response.body else {
            Issue.record("not a text")
            return
        }
        #expect(response.status == 500 && String(decoding: body, as: UTF8.self) == "the font Song cannot be used\n")
    }
}

/// A font for headlines that no machine has, in a folder of an edition that is too deep to be watched. Deleting it does
/// not make the pages again, and drawing or printing them fails.
enum OwnFont {
    private static let file = "fonts/a/b/c/d/own.ttf"

    /// A roles.yaml that uses the font.
    static var roles: [String: String] {
        let roles = try? String(contentsOfFile: Checkout.folder + "/fonts/roles.yaml", encoding: .utf8)
        return ["fonts/roles.yaml": roles!.replacing("\nhei-heavy:\n", with: "\nhei-heavy:\n  - Jiangjin Ka\n")]
    }

    /// Writes the font: the sample font for kai with another family name of the same length.
    static func install(in folder: TemporaryFolder) throws {
        let sample = try #require(SampleFonts.open().face(of: "kai"))
        var font = try Data(contentsOf: URL(fileURLWithPath: sample.file))
        func utf16(_ text: String) -> Data { Data(text.utf8.flatMap { [0, $0] }) }
        let (old, new) = ("LXGW WenKai", "Jiangjin Ka")
        for (from, to) in [(Data(old.utf8), Data(new.utf8)), (utf16(old), utf16(new))] {
            while let range = font.range(of: from) { font.replaceSubrange(range, with: to) }
        }
        try FileManager.default.createDirectory(
            atPath: folder.path(file.replacing("/own.ttf", with: "")), withIntermediateDirectories: true)
        try font.write(to: URL(fileURLWithPath: folder.path(file)))
    }

    static func remove(from folder: TemporaryFolder) throws {
        try FileManager.default.removeItem(atPath: folder.path(file))
    }
}
