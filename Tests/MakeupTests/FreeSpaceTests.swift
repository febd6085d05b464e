import Layouts
import Testing

@testable import Makeup

/// Free space round fixed rectangles, cut into rectangles along their edges.
struct FreeSpaceTests {
    private let page = GridRect(columns: 0..<6, rows: 0..<100)

    @Test func anEmptyPageIsOneRectangle() {
        #expect(FreeSpace(fixed: [], leastRows: 4).ways(in: page) == [[page]])
    }

    @Test func aRectangleInTheMiddleLeavesFourFreeRectangles() {
        let island = GridRect(columns: 2..<4, rows: 40..<60)
        let ways = FreeSpace(fixed: [island], leastRows: 4).ways(in: page)
        #expect(ways.count > 1)
        for way in ways {
            #expect(way.count == 4)
            for (index, cells) in way.enumerated() {
                #expect(!cells.overlaps(island))
                #expect(way.dropFirst(index + 1).allSatisfy { !$0.overlaps(cells) })
            }
        }
    }

    /// A row stays white above and below fixed rectangles.
    @Test func aWhiteRowSeparatesFreeFromFixedRectangles() {
        let band = GridRect(columns: 0..<6, rows: 40..<60)
        let ways = FreeSpace(fixed: [band], leastRows: 4).ways(in: page)
        #expect(ways == [[GridRect(columns: 0..<6, rows: 0..<39), GridRect(columns: 0..<6, rows: 61..<100)]])
    }
}
