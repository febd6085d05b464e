import Layouts
import Testing
import Typesetting

@testable import Makeup

struct LegBreakerTests {
    private func cut(_ galley: Galley, _ capacity: [Int]) -> LegBreaker.Cut {
        LegBreaker(galley, Prices.Legs()).cut(capacity)
    }

    @Test func legsEndLevelAndTheFirstAreFull() {
        let legs = cut(SampleGalley.make(.lines(20)), [7, 7, 7]).legs
        #expect(legs == [0..<7, 7..<14, 14..<20])
    }

    @Test func twoMissingLinesShortenTwoLegsByOne() {
        let legs = cut(SampleGalley.make(.lines(19)), [7, 7, 7]).legs
        #expect(legs.map(\.count) == [7, 6, 6])
    }

    @Test func aLegUnderAPhotoIsFilledToItsCapacity() {
        #expect(cut(SampleGalley.make(.lines(17)), [10, 10, 4]).legs.map(\.count).reduce(0, +) == 17)
        #expect(cut(SampleGalley.make(.lines(24)), [10, 10, 4]).legs.map(\.count) == [10, 10, 4])
    }

    @Test func noParagraphEndsAloneAtALegsTop() {
        // Full legs would carry the eighth line of the first paragraph over.
        #expect(cut(SampleGalley.make(.lines(8), .lines(6)), [7, 8]).legs == [0..<6, 6..<14])
    }

    @Test func noParagraphBeginsAloneAtALegsFoot() {
        #expect(cut(SampleGalley.make(.lines(6), .lines(8)), [7, 8]).legs == [0..<6, 6..<14])
    }

    @Test func aParagraphOfOneLineMayBeAnywhere() {
        #expect(cut(SampleGalley.make(.lines(6), .lines(1), .lines(8)), [7, 8]).legs == [0..<7, 7..<15])
        #expect(cut(SampleGalley.make(.lines(7), .lines(1), .lines(7)), [7, 8]).legs == [0..<7, 7..<15])
    }

    @Test func noSubheadIsAtALegsFoot() {
        let galley = SampleGalley.make(.lines(6), .subhead(2), .lines(7))
        #expect(cut(galley, [8, 9]).legs == [0..<6, 6..<14], "two white rows cost less than the subhead alone")
        // One line under it is not enough.
        #expect(cut(galley, [9, 9]).legs[0] == 0..<6)
        #expect(cut(galley, [10, 5]).legs[0] == 0..<9, "two lines are")
    }

    @Test func aSubheadIsNeverCut() {
        let galley = SampleGalley.make(.lines(4), .subhead(3), .lines(9))
        #expect(cut(galley, [6, 12]).legs[0] == 0..<4)
    }

    @Test func oversetLinesAreKeptAndCharged() {
        let cut = cut(SampleGalley.make(.lines(20)), [5, 5])
        #expect(cut.legs == [0..<5, 5..<10])
        #expect(cut.overset == 10..<20)
        #expect(cut.cost >= Prices.Legs().oversetRow * 10)
    }

    @Test("the cost of a cut can be computed without making it", arguments: 0..<40)
    func costEqualsThatOfTheCut(seed: Int) {
        var chance = SeededRandom(seed)
        let galley = SampleGalley.make(
            .lines(1 + chance.number(below: 9)), .subhead(2), .lines(1 + chance.number(below: 20)), .lines(1))
        let rooms = (0...chance.number(below: 4)).map { _ in chance.number(below: 18) }
        let breaker = LegBreaker(galley, Prices.Legs()), cut = breaker.cut(rooms)
        let cost = breaker.cost(legs: rooms.count) { rooms[$0] }
        #expect(cost == (cut.overset.isEmpty ? cut.cost : nil))
    }

    @Test func aStoryWithoutTextHasEmptyLegs() {
        #expect(cut(Galley(), [3, 3]).legs == [0..<0, 0..<0])
    }

    @Test func noLineIsLostWhateverTheCapacity() {
        let galley = SampleGalley.make(.lines(5), .subhead(2), .lines(9), .lines(1), .subhead(3), .lines(12))
        for first in 0..<14 {
            for second in 0..<14 {
                let cut = cut(galley, [first, second, 9])
                var at = 0
                for leg in cut.legs {
                    #expect(leg.lowerBound == at)
                    at = leg.upperBound
                }
                #expect(cut.overset == at..<galley.lines.count)
                for (leg, room) in zip(cut.legs, [first, second, 9]) {
                    #expect(galley.lines[leg].reduce(0) { $0 + $1.rows } <= room)
                }
            }
        }
    }
}
