import Copy
import Diagnostics
import Foundation
import TestSupport
import Testing

/// Links in an edition may lead to files of the edition, but not to other files of the machine.
struct LinkedFilesTests {
    private func messages(_ edition: TemporaryFolder) throws -> [String] {
        do {
            _ = try EditionReader().read(edition.path)
            return []
        } catch let error as DiagnosticsError {
            return error.diagnostics.map { $0.message.replacing(edition.path + "/", with: "") }
        }
    }

    private func edition(_ yaml: String, links: [String: String]) throws -> TemporaryFolder {
        let story = "---\ntitle: 甲\nphotos: [{file: a.jpg, caption: 乙}]\n---\n\n丙。\n"
        let edition = try TemporaryFolder(["edition.yaml": yaml, "copy/a.md": story, "photos/mist.jpg": ""])
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(atPath: edition.path + "/" + name, withDestinationPath: target)
        }
        return edition
    }

    private let page = "pages: [{layout: a, copy: [copy/a.md]}]\n"

    @Test func linksWithinTheEditionAreFollowed() throws {
        #expect(try messages(edition(page, links: ["photos/a.jpg": "mist.jpg"])) == [])
        #expect(try messages(edition("pages: [{layout: a, copy: [b]}]\n", links: ["b": "copy"])) == [])
    }

    @Test func anEditionThatIsALinkItselfIsRead() throws {
        let edition = try edition(page, links: ["photos/a.jpg": "mist.jpg"])
        let link = edition.path + "-link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: edition.path)
        defer { try? FileManager.default.removeItem(atPath: link) }
        #expect(try EditionReader().read(link).value.pages[0].articles[0].photos[0].file == link + "/photos/a.jpg")
    }

    @Test func rejectsLinksToFilesOutside() throws {
        let out = "is outside the edition's folder"
        #expect(try messages(edition(page, links: ["photos/a.jpg": "/etc/passwd"])) == ["the picture “a.jpg” \(out)"])
        #expect(try messages(edition(page, links: ["photos/a.jpg": "../../../../etc/passwd"])).count == 1)
        #expect(
            try messages(edition("pages: [{layout: a, copy: [b.txt]}]\n", links: ["b.txt": "/etc/hostname"]))
                == ["“b.txt” \(out)"])
        #expect(
            try messages(edition("pages: [{layout: a, copy: [copy]}]\n", links: ["copy/b.txt": "/etc/hostname"]))
                == ["copy/b.txt \(out)"])
        #expect(try messages(edition("pages: [{layout: a, copy: [b]}]\n", links: ["b": "/etc"])) == ["“b” \(out)"])
    }
}
