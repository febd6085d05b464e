import Diagnostics
import Testing

struct NearestNameTests {
    private let layouts = ["broadsheet-front", "broadsheet-inside", "tabloid", "pages"]

    @Test(arguments: [
        ("broadsheet-frnot", "broadsheet-front"), ("Tabloid", "tabloid"), ("tabliod", "tabloid"),
        ("broadsheet-inner", "broadsheet-inside"), ("tabloi", "tabloid"),
        ("pgaes", "pages"),
    ])
    func correctsTypingErrors(_ written: String, _ meant: String) {
        #expect(nearestName(to: written, among: layouts) == meant)
    }

    @Test func findsNothingForDistantNames() {
        #expect(nearestName(to: "magazine", among: layouts) == nil)
        #expect(nearestName(to: "x", among: [String]()) == nil)
    }

    @Test func oneLetterMayDiffer() {
        #expect(nearestName(to: "b", among: ["a"]) == "a")
    }

    @Test func takesTheFirstOfTwoEquallyNearNames() {
        #expect(nearestName(to: "copx", among: ["copz", "copy"]) == "copy")
    }
}
