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
        } catch let rejected as DiagnosticsError {
            return rejected.diagnostics.lines
        } catch {
            return ["\(error)"]
        }
    }

    @Test func filesAndThePhotosFolderAreCreated() throws {
        let folder = try TemporaryFolder()
        #expect(complaints(folder.path("a/day")) == [])
        #expect(folder.files == ["a/day/copy/front-1.md", "a/day/edition.yaml"])
        #expect(folder.has("a/day/photos"))
        #expect(try folder.text(of: "a/day/edition.yaml") == files[0].text)
    }

    /// The next edition of a paper with its own layouts can be made up at once.
    @Test func thePapersOwnFilesAreCopied() throws {
        let folder = try TemporaryFolder([
            "old/layouts/own.yaml": "extends: broadsheet-front\n", "old/layouts/name/plate.svg": "<svg/>",
            "old/layouts/.own.yaml.swp": "", "old/fonts/roles.yaml": "{}", "old/copy/a.md": "", "old/photos/a.jpg": "",
        ])
        try NewEdition(folder.path("new")).write(files, copies: NewEdition.paperFiles(of: folder.path("old")).value)
        #expect(
            folder.files.filter { $0.hasPrefix("new/") } == [
                "new/copy/front-1.md", "new/edition.yaml", "new/fonts/roles.yaml", "new/layouts/name/plate.svg",
                "new/layouts/own.yaml",
            ])
        #expect(try folder.text(of: "new/layouts/name/plate.svg") == "<svg/>")
        #expect(throws: DiagnosticsError.self) {
            try NewEdition(folder.path("new")).write([], copies: NewEdition.paperFiles(of: folder.path("old")).value)
        }
    }

    @Test func nothingIsOverwritten() throws {
        let folder = try TemporaryFolder(["day/copy/front-1.md": "my own words"])
        #expect(
            complaints(folder.path("day")) == ["front-1.md error: the file is there already and is not overwritten"])
        #expect(try folder.text(of: "day/copy/front-1.md") == "my own words")
        #expect(folder.files == ["day/copy/front-1.md"], "nothing else is written either")
    }

    @Test func aFailureLeavesNoFiles() throws {
        // A file is in the place of the stories' folder.
        let folder = try TemporaryFolder(["day/copy": "no folder"])
        #expect(complaints(folder.path("day")) == ["copy error: the folder cannot be made"])
        #expect(folder.files == ["day/copy"])
        #expect(!folder.has("day/photos"))
    }
}
