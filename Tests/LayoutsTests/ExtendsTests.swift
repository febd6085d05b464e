import Diagnostics
import Foundation
import Layouts
import Pages
import TestSupport
import Testing

/// Layouts that extend others, found in a list of folders.
struct ExtendsTests {
    /// Writes files into folders of a new temporary folder and passes a finder for them.
    private func withFolders(
        _ folders: [(name: String, files: [String: String])], _ body: (LayoutFinder, _ root: String) throws -> Void
    ) throws {
        let root = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
        defer { try? FileManager.default.removeItem(at: root) }
        for folder in folders {
            let url = root.appendingPathComponent(folder.name)
            try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
            for (name, text) in folder.files {
                try text.write(to: url.appendingPathComponent(name), atomically: true, encoding: .utf8)
            }
        }
        try body(LayoutFinder(folders: folders.map { root.path + "/" + $0.name }), root.path)
    }

    private func output(of finder: LayoutFinder, _ name: String, _ root: String) -> String {
        do {
            return try finder.layout(named: name).diagnostics.map(\.rendered).joined()
        } catch let error as DiagnosticsError {
            return error.diagnostics.map(\.rendered).joined().replacingOccurrences(of: root + "/", with: "")
        } catch {
            return "\(error)"
        }
    }

    private static let parent = """
        title: 母版
        page: {size: A4}
        grid: {columns: 3, measure: 16, leading: 13pt, rows: 50}
        styles:
          caption: {font: kai, size: 8pt}
        furniture:
          folio: {foot: {height: 4mm, below: 3mm}, parts: {text: '第{page}版'}}
          ear: {letter: E, parts: {text: 报眼}}
        areas:
          picture: |
            1-10  | 1 1 E
            12-50 | 1 1 2
          1: {rank: 1, box: {frame: true}}

        """

    @Test("a child's keys replace its parent's, group by group; areas and furniture by name")
    func overlay() throws {
        let child = """
            extends: parent
            grid: {rows: 52}
            styles:
              caption: {size: 8.5pt}
            furniture:
              folio: {head: {height: 4mm, above: 3mm}, parts: {text: 版}}
            areas:
              1: {rank: 2}

            """
        try withFolders([("own", ["child.yaml": child]), ("shipped", ["parent.yaml": Self.parent])]) { finder, _ in
            let read = try finder.layout(named: "child").value
            #expect(read.name == "child")
            #expect(read.title == "母版")
            #expect(read.grid.rows == 52)
            #expect(read.grid.measure == 16)
            #expect(read[.caption].size == .pt(8.5))
            #expect(read.furniture.map(\.name) == ["folio", "ear"])
            #expect(read.furniture[0].position == .head(height: .mm(4), above: .mm(3)))
            #expect(read.areas.map(\.rank) == [2, nil])
            #expect(read.areas[0].box == nil, "an area is replaced whole")
        }
    }

    @Test("~ removes a key, and a picture replaces all areas")
    func removal() throws {
        let child = "extends: parent\nfurniture: {ear: ~}\nareas:\n  picture: |\n    1-50 | 1 1 1\n"
        try withFolders([("own", ["child.yaml": child, "parent.yaml": Self.parent])]) { finder, _ in
            let read = try finder.layout(named: "child").value
            #expect(read.furniture.map(\.name) == ["folio"])
            #expect(read.areas.map(\.name) == ["1"])
            #expect(read.areas[0].rank == nil)
        }
    }

    @Test("a layout that extends its own name extends that of the next folder")
    func sameName() throws {
        let own = "extends: front\ntitle: 本报头版\n"
        try withFolders([("own", ["front.yaml": own]), ("shipped", ["front.yaml": Self.parent])]) { finder, _ in
            let read = try finder.layout(named: "front.yaml").value
            #expect(read.title == "本报头版")
            #expect(read.grid.rows == 50)
            #expect(finder.names == ["front"])
        }
    }

    @Test("missing layouts and circles")
    func wrong() throws {
        let files = [
            "a.yaml": "extends: b\n", "b.yaml": "title: b\nextends: c\n", "c.yaml": "extends: a\n",
            "self.yaml": "extends: self\n", "lost.yaml": "extends: parnet\n", "list.yaml": "extends: [a, b]\n",
            "parent.yaml": Self.parent, "child.yaml": "extends: faulty\nareas:\n  2: {rnk: 2}\n",
            "faulty.yaml": Self.parent + "stiles: {}\n", "narrow.yaml": "extends: parent\ngrid: {columns: 2}\n",
        ]
        try withFolders([("own", files)]) { finder, root in
            var report = ""
            for name in ["a", "self", "lost", "list", "child", "narrow", "parrent", "nothing-like-it"] {
                report += "# \(name)\n\(output(of: finder, name, root))\n"
            }
            #expect(difference(report, fromGolden: "extends.txt") == nil)
        }
    }

    @Test("a file that is not UTF-8 is reported, and a byte order mark is ignored")
    func encodings() throws {
        try withFolders([("own", ["marked.yaml": "\u{FEFF}page: {size: A4}\n", "gbk.yaml": ""])]) { finder, root in
            #expect(try finder.layout(named: "marked").value.page.trim.width == .mm(210))
            try Data([0xB0, 0xE6]).write(to: URL(fileURLWithPath: root + "/own/gbk.yaml"))
            #expect(output(of: finder, "gbk", root).contains("not UTF-8"))
        }
    }
}
