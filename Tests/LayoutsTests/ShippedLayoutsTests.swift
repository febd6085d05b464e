import Diagnostics
import Foundation
import Layouts
import Pages
import Testing

/// The layout files that come with the program.
struct ShippedLayoutsTests {
    static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("layouts").path
    static let finder = LayoutFinder(folders: [folder])

    @Test("every shipped layout reads without diagnostics", arguments: finder.names)
    func readsCleanly(name: String) throws {
        let layout = try Self.finder.layout(named: name)
        #expect(layout.diagnostics.map(\.rendered) == [])
    }

    @Test("the broadsheet's front page has the sizes of a daily")
    func broadsheetFront() throws {
        let front = try Self.finder.layout(named: "broadsheet-front").value
        #expect(front.page.trim == Size(width: .mm(390), height: .mm(545)))
        #expect(front.grid.width.isClose(to: .pt(985.5)))
        #expect(front.grid.height.isClose(to: .pt(1378)))
        #expect(front.page.margins.left.isClose(to: front.page.margins.right))
        #expect(front.page.margins.top.isClose(to: .mm(26)))
        #expect(front.ladder.count == 5)
        #expect(front.makeup == .areas)
        #expect(Set(front.areas.map(\.story)) == Set((1...9).map { .number($0) }))
        #expect(front.furniture.map(\.name) == ["masthead", "folio"])
        // Beside the masthead, from the top of the page.
        let ear = try #require(front.areas.first)
        #expect(ear.cells.columns == 4..<6)
        #expect(ear.cells.rows.lowerBound == 0)
    }
}
