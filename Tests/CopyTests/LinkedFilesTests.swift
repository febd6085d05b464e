import Copy
import Diagnostics
import Foundation
import Testing

/// Links in an edition lead to what lies in it; to the rest of the machine they lead nobody.
struct LinkedFilesTests {
    private func refusals(_ edition: TemporaryEdition) throws -> [String] {
        do {
            _ = try EditionReader().read(edition.path)
            return []
        } catch let rejected as DiagnosticsError {
            return rejected.diagnostics.map { $0.message.replacing(edition.path + "/", with: "") }
        }
    }

    private func edition(_ yaml: String, links: [String: String]) throws -> TemporaryEdition {
        let story = "---\ntitle: 甲\nphotos: [{file: a.jpg, caption: 乙}]\n---\n\n丙。\n"
        let edition = try TemporaryEdition(["edition.yaml": yaml, "copy/a.md": story, "photos/mist.jpg": ""])
        for (name, target) in links {
            try FileManager.default.createSymbolicLink(atPath: edition.path + "/" + name, withDestinationPath: target)
        }
        return edition
    }

    private let page = "pages: [{layout: a, copy: [copy/a.md]}]\n"

    @Test func linksWithinTheEditionAreFollowed() throws {
        #expect(try refusals(edition(page, links: ["photos/a.jpg": "mist.jpg"])) == [])
        #expect(try refusals(edition("pages: [{layout: a, copy: [b]}]\n", links: ["b": "copy"])) == [])
    }

    @Test func anEditionThatIsALinkItselfIsRead() throws {
        let edition = try edition(page, links: ["photos/a.jpg": "mist.jpg"])
        let link = edition.path + "-link"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: edition.path)
        defer { try? FileManager.default.removeItem(atPath: link) }
        #expect(try EditionReader().read(link).value.pages[0].articles[0].photos[0].file == link + "/photos/a.jpg")
    }

    @Test func linksThatLeadOutAreRefused() throws {
        let out = "leads out of the edition"
        #expect(try refusals(edition(page, links: ["photos/a.jpg": "/etc/passwd"])) == ["the picture “a.jpg” \(out)"])
        #expect(try refusals(edition(page, links: ["photos/a.jpg": "../../../../etc/passwd"])).count == 1)
        #expect(
            try refusals(edition("pages: [{layout: a, copy: [b.txt]}]\n", links: ["b.txt": "/etc/hostname"]))
                == ["“b.txt” \(out)"])
        #expect(
            try refusals(edition("pages: [{layout: a, copy: [copy]}]\n", links: ["copy/b.txt": "/etc/hostname"]))
                == ["copy/b.txt \(out)"])
        #expect(try refusals(edition("pages: [{layout: a, copy: [b]}]\n", links: ["b": "/etc"])) == ["“b” \(out)"])
    }
}
