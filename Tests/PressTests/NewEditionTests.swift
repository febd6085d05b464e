import Copy
import Diagnostics
import Press
import TestSupport
import Testing

struct NewEditionTests {
    private let files = EditionWriter().files(
        for: RawCopyReader().read(
            SourceText(file: "front.txt", text: "大桥通车\n\n本报讯（记者 王明）6月20日，跨江大桥正式通车，两岸群众往来更加便捷。\n")),
        readFrom: "front.txt")

    private func complaints(_ folder: String) -> [String] {
        do {
            try NewEdition(folder).write(files)
            return []
        } catch let rejected as Rejected {
            return rejected.diagnostics.lines
        } catch {
            return ["\(error)"]
        }
    }

    @Test func filesAndThePhotosFolderAreMade() throws {
        let folder = try TemporaryFolder()
        #expect(complaints(folder.path("a/day")) == [])
        #expect(folder.files == ["a/day/copy/front-1.md", "a/day/edition.yaml"])
        #expect(folder.has("a/day/photos"))
        #expect(try folder.text(of: "a/day/edition.yaml") == files[0].text)
    }

    @Test func nothingIsOverwritten() throws {
        let folder = try TemporaryFolder(["day/copy/front-1.md": "my own words"])
        #expect(
            complaints(folder.path("day")) == ["front-1.md error: the file is there already and is not overwritten"])
        #expect(try folder.text(of: "day/copy/front-1.md") == "my own words")
        #expect(folder.files == ["day/copy/front-1.md"], "nothing else is written either")
    }

    @Test func whatFailsHalfWayLeavesNothing() throws {
        // A file stands where the stories' folder would be made.
        let folder = try TemporaryFolder(["day/copy": "no folder"])
        #expect(complaints(folder.path("day")) == ["copy error: the folder cannot be made"])
        #expect(folder.files == ["day/copy"])
        #expect(!folder.has("day/photos"))
    }
}
