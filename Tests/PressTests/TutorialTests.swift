import Diagnostics
import Foundation
import Layouts
import TestSupport
import Testing

/// The ten steps of layouts/README.md, in order.
struct TutorialTests {
    /// The text that each step adds, by key of the file.
    private static let steps: [[(key: String, lines: [String])]] = {
        let readme = (try? String(contentsOfFile: Checkout.folder + "/layouts/README.md", encoding: .utf8)) ?? ""
        let tutorial = readme.components(separatedBy: "in ten steps\n").last ?? ""
        return tutorial.components(separatedBy: "```yaml\n").dropFirst().map { example in
            var groups: [(key: String, lines: [String])] = []
            for line in example.components(separatedBy: "```")[0].split(separator: "\n").map(String.init) {
                if line.first != " " { groups.append((line.components(separatedBy: ":")[0], [])) }
                groups[groups.count - 1].lines.append(line)
            }
            return groups
        }
    }()

    /// The layout file after a number of steps. A key that is written again replaces its old value.
    private func file(after count: Int) -> String {
        var file: [(key: String, lines: [String])] = []
        for group in Self.steps.prefix(count).joined() {
            file.removeAll { $0.key == group.key }
            file.append(group)
        }
        return file.flatMap(\.lines).joined(separator: "\n") + "\n"
    }

    @Test func thereAreTenSteps() { #expect(Self.steps.count == 10) }

    @Test("every step is a layout that prints the sample, and changes the page", arguments: 1...10)
    func step(_ number: Int) throws {
        let folder = try TemporaryFolder(["layouts/our-front.yaml": file(after: number)])
        for part in ["copy", "photos"] { try folder.copy(Checkout.seed + "/" + part, to: part) }
        let edition = try String(contentsOfFile: Checkout.seed + "/edition.yaml", encoding: .utf8)
        try folder.write(edition.replacing("broadsheet-front", with: "our-front"), to: "edition.yaml")
        let composed = try Run.make(folder.path)
        #expect(composed.diagnostics.lines == [])
        guard number > 1 else { return }
        let finder = LayoutFinder(folders: [Checkout.folder + "/layouts"])
        func layout(after count: Int) throws -> Layout {
            try LayoutReader(finder: finder).read(LayoutFile(path: "our-front.yaml", text: file(after: count))).value
        }
        #expect(try layout(after: number) != layout(after: number - 1))
    }
}
