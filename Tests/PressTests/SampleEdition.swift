import Copy
import Diagnostics
import Press
import TestSupport

/// An edition of one small page in a temporary folder, with a layout of its own.
final class SampleEdition {
    let folder: TemporaryFolder

    /// Two areas of two columns each.
    static let layout = """
        page: {size: A4}
        grid: {columns: 4, measure: 12字, gutter: 1.5字, leading: 13pt, rows: 52}
        headlines:
          1: {font: hei-heavy, sizes: [22pt, 20pt]}
        furniture:
          folio: {foot: {height: 4mm, below: 3mm}, parts: {text: '{date} 第{page}版'}}
        areas:
          picture: |
            1-52  | 1 1 2 2

        """

    static func story(_ title: String, sentences: Int = 4, more: String = "") -> String {
        let sentence = "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。"
        return "---\ntitle: \(title)\n\(more)---\n\n" + String(repeating: sentence, count: sentences) + "\n"
    }

    init(_ files: [String: String] = [:], copy: [String] = ["copy/one.md", "copy/two.md"]) throws {
        folder = try TemporaryFolder(
            [
                "edition.yaml":
                    "date: 2023-06-21\npages:\n  - layout: small\n    copy: [\(copy.joined(separator: ", "))]\n",
                "layouts/small.yaml": Self.layout,
                "copy/one.md": Self.story("黄桃熟了", sentences: 30), "copy/two.md": Self.story("大桥通车", sentences: 30),
            ].merging(files) { $1 })
    }

    func make() throws -> Reported<ComposedEdition> { try Run.make(folder.path) }
}

/// The whole run, as the command performs it, with Debian's fonts.
enum Run {
    static func make(_ path: String) throws -> Reported<ComposedEdition> {
        let read = try EditionReader().read(path)
        let resources = Resources(edition: read.value.folder, program: Checkout.program)
        let composed = try EditionPress(resources: resources, fonts: { try SampleFonts.open() }).make(read.value)
        return Reported(composed.value, read.diagnostics + composed.diagnostics)
    }
}

/// The sample editions. Each is composed once for all tests that only read the result.
enum ComposedSample: CaseIterable {
    case seed, county

    func edition() throws -> Reported<ComposedEdition> {
        switch self {
        case .seed: try Self.composedSeed.get()
        case .county: try Self.composedCounty.get()
        }
    }

    private static let composedSeed = Result { try Run.make(Checkout.seed) }
    private static let composedCounty = Result { try Run.make(Checkout.county) }
}

extension Sequence where Element == Diagnostic {
    /// The diagnostics as “file:line severity: sentence”, with the file's name alone.
    var lines: [String] {
        map { diagnostic in
            let place = diagnostic.place.map { place in
                place.file.split(separator: "/").last.map(String.init)! + (place.line > 0 ? ":\(place.line) " : " ")
            }
            return (place ?? "") + "\(diagnostic.severity.rawValue): \(diagnostic.message)"
        }
    }
}
