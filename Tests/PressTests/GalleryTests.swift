import Diagnostics
import Foundation
import Layouts
import Makeup
import Press
import TestSupport
import Testing

/// Every layout that comes with the program prints the sample edition.
struct GalleryTests {
    /// The layouts, with the pages of their pictures.
    static let shown: [(name: String, pages: [String])] = {
        let text = (try? String(contentsOfFile: Checkout.folder + "/layouts/pictures/pages.txt", encoding: .utf8)) ?? ""
        return text.split(separator: "\n").filter { !$0.hasPrefix("#") }.map { line in
            let parts = line.split(separator: ":")
            return (String(parts[0]), parts[1].split(separator: " ").map(String.init))
        }
    }()

    @Test func everyShippedLayoutIsCovered() throws {
        let names = LayoutFinder(folders: [Checkout.folder + "/layouts"]).names
        #expect(Self.shown.map(\.name).sorted() == names)
        let readme = try String(contentsOfFile: Checkout.folder + "/layouts/README.md", encoding: .utf8)
        for name in names {
            #expect(readme.contains("(pictures/\(name).png)"))
            #expect(FileManager.default.fileExists(atPath: Checkout.folder + "/layouts/pictures/\(name).png"))
        }
    }

    /// Layouts whose pages do not share copy. Pages that share copy are evaluated with every set of stories, which
    /// takes a minute in a debug build, so .ci/run prints those layouts.
    static let quick = shown.filter { $0.pages.count == 1 }

    @Test("the sample edition is printed without errors, and no story is lost", .slow, arguments: quick)
    func prints(name: String, pages: [String]) throws {
        let folder = try TemporaryFolder()
        for part in ["copy", "photos"] { try folder.copy(Checkout.seed + "/" + part, to: part) }
        let edition = try String(contentsOfFile: Checkout.seed + "/edition.yaml", encoding: .utf8)
        try folder.write(
            edition.replacing("layout: broadsheet-front", with: "layout: \(pages[0])")
                + pages.dropFirst().map { "  - {layout: \($0), section: 综合, editors: 责任编辑 张宁}\n" }.joined(),
            to: "edition.yaml")
        let composed = try Run.make(folder.path)
        #expect(composed.diagnostics.filter { $0.severity == .error }.lines == [])
        // A divided story has a part on each of its pages.
        let stories = composed.value.report.pages.flatMap(\.stories)
        #expect(Set(stories.map(\.title)).count == 9)
        #expect(stories.allSatisfy { $0.oversetLines == 0 })
    }
}
