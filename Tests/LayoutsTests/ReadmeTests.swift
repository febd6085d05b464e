import Diagnostics
import Foundation
import Layouts
import Testing

/// The examples of layouts/README.md are layouts.
struct ReadmeTests {
    static let examples: [String] = {
        let file = URL(fileURLWithPath: ShippedLayoutsTests.folder).appendingPathComponent("README.md")
        let whole = (try? String(contentsOf: file, encoding: .utf8)) ?? ""
        // The steps of the tutorial are parts of one file, which TutorialTests puts together.
        let text = whole.components(separatedBy: "in ten steps\n")[0]
        return text.components(separatedBy: "```yaml\n").dropFirst().map { $0.components(separatedBy: "```")[0] }
    }()

    @Test("every example reads without diagnostics", arguments: examples)
    func reads(example: String) throws {
        let read = try LayoutReader().read(LayoutFile(path: "README.md", text: example))
        #expect(read.diagnostics.map(\.rendered) == [])
    }

    @Test("every key of the schema is explained")
    func complete() throws {
        let folder = URL(fileURLWithPath: ShippedLayoutsTests.folder)
        let readme = try String(contentsOf: folder.appendingPathComponent("README.md"), encoding: .utf8)
        let schema = try String(contentsOf: folder.appendingPathComponent("layout.schema.json"), encoding: .utf8)
        let keys = schema.matches(of: /"([a-z-]+)": \{/).map { String($0.output.1) }
        let words = Set(readme.split { !($0.isLetter || $0 == "-") }.map(String.init))
        let definitions = [
            "properties", "items", "length", "share", "characters", "span", "ink", "line", "style", "margin",
        ]
        #expect(Set(keys).subtracting(definitions).subtracting(words) == [])
    }
}
