import Diagnostics
import Makeup
import Press
import TestSupport
import Testing

/// The seed's copy on automatic pages. They have no fault for which a chief editor would send a page back.
@Suite(.slow, .computing)
struct AutomaticSeedTests {
    /// The forms in which it is printed: the name of each page's layout, and the contents of its own layout.
    enum Form: String, CaseIterable {
        case broadsheet, tabloids, banded

        var layouts: [String] {
            switch self {
            case .broadsheet: ["broadsheet-auto"]
            case .tabloids: ["tabloid-front", "tabloid-inside"]
            case .banded: ["banded"]
            }
        }
    }

    private static let banded = Result { try make(.banded) }

    private func composed(_ form: Form) throws -> ComposedEdition {
        try form == .banded ? Self.banded.get() : Self.make(form)
    }

    private static func make(_ form: Form) throws -> ComposedEdition {
        let pages = form.layouts.enumerated()
            .map { "  - layout: \($1)\n" + ($0 == 0 ? "    copy: [front.txt]\n" + photos : "") }.joined()
        let folder = try TemporaryFolder([
            "edition.yaml": "paper: {name: 江津新闻}\ndate: 2023-06-21\nissue: 4321\npages:\n" + pages,
            "layouts/banded.yaml": "extends: broadsheet-auto\nfoot-band: {tint: 8%}\n",
        ])
        for file in ["copy/front.txt", "photos/station.jpg", "photos/workshop.jpg"] {
            try folder.copy(Checkout.seed + "/" + file, to: file.replacing("copy/", with: ""))
        }
        return try withExtendedLifetime(folder) { try Run.make(folder.path) }.value
    }

    private static let photos = """
            photos:
              - {caption: 客运中心不文明行为曝光, file: station.jpg}
              - {caption: 武骏重庆光能生产车间, file: workshop.jpg}

        """

    @Test(arguments: Form.allCases)
    func pagesHaveNoFaults(_ form: Form) throws {
        let composed = try composed(form)
        #expect(composed.report.pages.flatMap(\.stories).count == 9)
        for page in composed.report.pages {
            #expect(page.whiteShare <= 0.015)
            #expect(page.stories.allSatisfy { $0.legDifference <= 1 && $0.oversetLines == 0 })
            #expect(page.cuts.isEmpty)
            #expect(page.buttingHeads.allSatisfy { abs($0.sizes[0] - $0.sizes[1]) > 0.5 })
            #expect(!page.inversions.contains { inversion in inversion.fault == .smaller })
            // No story of lower rank is above the page's lead.
            let leads = Set(page.stories.filter { $0.rank == 1 }.map(\.id))
            #expect(!page.inversions.contains { $0.fault == .below && leads.contains($0.story) })
        }
        #expect(difference(composed.kept.text, fromGolden: "jiangjin.\(form.rawValue).dummy.yaml") == nil)
    }

    @Test func theFootBandIsTheOnlyStoryAcrossThePage() throws {
        let stories = try composed(.banded).report.pages[0].stories
        let wide = stories.filter { $0.columns.last - $0.columns.first == 5 }
        #expect(wide.count == 1 && wide.allSatisfy { $0.rows.last == 106 })
    }
}
