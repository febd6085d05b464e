internal import Copy
internal import Diagnostics
internal import Fonts
internal import Foundation
internal import Layouts
internal import Pages
internal import Press
internal import TestSupport

/// Words with a meaning in YAML.
private let yamlWords = [
    "- ", ": ", "{", "}", "[", "]", "'", "\"", "|\n", ">-\n", "&a ", "*a", "<<: *a", "!!binary ", "? ", "#", "---\n",
    "...\n", "\t", "~", "null",
    "true", "-1", "0", "99999999999999999999", "1e308", "nan", "0x10", "\u{FEFF}", "\u{2028}", "\u{85}", "𠮷", "..", "/",
    "../../etc/passwd", "%YAML 1.2\n",
    "\n", "  ", "a: ",
]

extension FuzzedReader {
    /// edition.yaml with copy and a photo: the edition names no file outside its folder.
    static func edition() throws -> FuzzedReader {
        let seeds =
            try [
                "seeds/jiangjin-2023-06-21/edition.yaml", "seeds/qingdu-2024-09-14/edition.yaml",
                "seeds/qingdu-2024-09-14/advertisement/edition.yaml",
            ].map(Checkout.text(of:)) + [
                """
                paper: {name: 江边日报}
                date: 2023-06-21
                letters: narrow
                pages:
                  - layout: broadsheet-front
                    copy: [copy/lead.md, copy]
                    photos: [{caption: 江边晨雾, file: mist.jpg, focus: [0.5, 0.4]}, {story: lead, file: mist.jpg}]
                    notices: [{columns: 4-5, rows: 20, title: 停水, text: 因, frame: true}, {rows: 12, image: mist.jpg}]
                  - {layout: tabloid-spread, spread: true}
                fillers: [{title: 甲, text: 乙}, {quote: 丙}, {image: mist.jpg, caption: 丁}]

                """,
                "pages: auto\nlayouts: {front: a, inside: b}\nsections: [要闻, {name: 副刊, layout: c}]\ncopy: [copy]\nnotices: [{page: 4, rows: 12, image: mist.jpg}]\n",
            ]
        let words =
            yamlWords + [
                "copy: [copy]", "copy/lead.md", "copy/front.txt", "mist.jpg", "pages: ", "layouts: ", "notices: ",
                "rows: ", "columns: 1-2",
            ]
        return FuzzedReader(name: "edition", isText: true, seeds: seeds.map { Array($0.utf8) }, words: words) {
            input, folder in
            let path = folder + "/edition"
            if !FileManager.default.fileExists(atPath: path + "/copy") {
                try FileManager.default.createDirectory(atPath: path + "/copy", withIntermediateDirectories: true)
                try "---\ntitle: 甲\n---\n\n乙。\n".write(
                    toFile: path + "/copy/lead.md", atomically: false, encoding: .utf8)
                try "大桥通车\n\n本报讯 会议召开。\n\n江边晨雾 王明 摄\n".write(
                    toFile: path + "/copy/front.txt", atomically: false, encoding: .utf8)
            }
            try writeFile(input, to: path + "/edition.yaml")
            guard let text = try accepted({ try CopyDecoder.decode(input, file: path + "/edition.yaml") })?.value else {
                return []
            }
            do {
                let read = try EditionReader().read(path)
                let photos = read.value.pages.flatMap(\.articles).flatMap(\.photos).compactMap(\.file)
                let outside = photos.filter { !$0.hasPrefix(path + "/") || $0.contains("/../") }
                return misplaced(read.diagnostics, in: text) + outside.map { "\($0) is outside the edition" }
            } catch let error as DiagnosticsError {
                return misplaced(error.diagnostics, in: text)
            }
        }
    }

    /// Layout files and the files that they extend: areas of a valid layout have a size.
    static func layout() throws -> FuzzedReader {
        let finder = LayoutFinder(folders: [Checkout.folder + "/layouts"])
        let seeds = try finder.names.map { Array(try finder.file(named: $0, askedAt: nil).text.utf8) }
        let words =
            yamlWords + [
                "字", "行", "%", "mm", "pt", "1-", "1-106 | 1 1 1", ". . .", "extends: broadsheet-front\n",
                "makeup: auto\n", "direction: vertical\n",
                "columns: 24", "rows: 2000", "measure: [1, 2]", "legs: ", "areas:\n", "picture: |\n", "headlines:\n",
                "furniture:\n", "styles:\n", "{page}",
            ]
        return FuzzedReader(name: "layout", isText: true, seeds: seeds, words: words) { input, _ in
            let file = LayoutFile(path: "a.yaml", text: String(decoding: input, as: UTF8.self))
            let source = SourceText(file: file.path, text: file.text)
            do {
                let read = try LayoutReader(finder: finder).read(file)
                let grid = read.value.grid
                let rects = read.value.areas.map { grid.pageRect($0.cells) }
                let hasAreas =
                    grid.columns > 0 && grid.rows > 0
                    && rects.allSatisfy { $0.width.points > 0 && $0.height.points > 0 }
                return misplaced(read.diagnostics, in: source) + (hasAreas ? [] : ["areas without a size"])
            } catch let error as DiagnosticsError {
                return misplaced(error.diagnostics, in: source)
            }
        }
    }

    /// roles.yaml: every role of a valid file has a family.
    static func roles() throws -> FuzzedReader {
        let seeds = [
            try Checkout.text(of: "fonts/roles.yaml"), "song: [Noto Serif CJK SC]\nsong@zh-Hant: ['A:bold', B]\n",
        ]
        let words = yamlWords + ["song", "@zh-Hant", "@", ":bold", ":black", "[A, B]"]
        return FuzzedReader(name: "roles", isText: true, seeds: seeds.map { Array($0.utf8) }, words: words) {
            input, _ in
            let text = String(decoding: input, as: UTF8.self)
            let source = SourceText(file: "roles.yaml", text: text)
            do {
                let roles = try FontRoles(parsing: text, file: source.file)
                return roles.names.filter { roles.families(of: $0).isEmpty }.map { "the role \($0) has no family" }
            } catch let error as DiagnosticsError {
                return misplaced(error.diagnostics, in: source)
            }
        }
    }

    /// The file of dummies: written dummies read back equal.
    static func dummy() throws -> FuzzedReader {
        let seed = """
            # Where the stories stand.
            pages:
              - page: 1
                layout: broadsheet-auto
                planned: '5d01c2aa'
                stories:
                  - {story: 'front-1', columns: 1-4, rows: 16-33, headline: 46pt × 2, lines: 58, title: '区领导'}
                  - {story: 'front-3', columns: 1-3, rows: 36-54, short: {columns: 1-2, end: 48}, pin: true, title: '龙''舟'}
              - page: 2
                layout: bulletin
                stories: []

            """
        let words =
            yamlWords + [
                "story: ", "columns: 1-4, ", "rows: 1-9, ", "short: {columns: 1-2, end: 4}, ", "pin: true, ", "page: 3",
                "0-0", "9-1",
            ]
        return FuzzedReader(name: "dummy", isText: true, seeds: [Array(seed.utf8)], words: words) { input, folder in
            let path = folder + "/dummy.yaml"
            try writeFile(input, to: path)
            let source = SourceText(file: path, text: String(decoding: input, as: UTF8.self))
            let dummy: EditionDummy?
            do {
                dummy = try EditionDummy(keptIn: path)
            } catch let error as DiagnosticsError {
                return misplaced(error.diagnostics, in: source)
            }
            guard let dummy else { return ["the file is not found"] }
            try writeFile(Array(dummy.text.utf8), to: path)
            return try EditionDummy(keptIn: path) == dummy ? [] : ["its own output is read differently"]
        }
    }
}
