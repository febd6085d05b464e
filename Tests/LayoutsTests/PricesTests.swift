import Diagnostics
import Foundation
import Layouts
import TestSupport
import Testing

/// `prices:` of a layout file: what the faults of a page cost in a paper's own taste.
struct PricesTests {
    private func prices(_ text: String) throws -> Prices { try layout("prices: {\(text)}").prices }

    @Test func aLayoutHasTheProgramsPrices() throws {
        #expect(try layout("title: 头版").prices == Prices())
    }

    @Test func aMultipleScalesAndANumberSets() throws {
        let prices = try prices("cutAcross: 0.5x, whiteLine: 8, narrowLead: 0, photoAtLeft: 3×")
        #expect(prices.page.cutAcross == 27.5)
        #expect(prices.legs.whiteLine == 8)
        #expect(prices.stories.narrowLead == 0)
        #expect(prices.photos.photoAtLeft == 2.4)
        #expect(prices.page.cutDown == Prices().page.cutDown)
    }

    @Test func severalPricesOfAFaultKeepTheirProportion() throws {
        #expect(try prices("buttingHeads: 2x").page.buttingHeads == [32, 10, 3])
        #expect(try prices("buttingHeads: 8").page.buttingHeads == [8, 2.5, 0.75])
        #expect(try prices("lowStory: 0x").page.lowStory == [0, 0, 0, 0])
    }

    @Test("where a price rises the search goes as far in proportion, and no story is dropped for it")
    func theSearchFollows() throws {
        let usual = Prices(), dear = try prices("cutAcross: 20x"), cheap = try prices("cutAcross: 0.1x")
        #expect(dear.search.efforts[0].excess == usual.search.efforts[0].excess * 20)
        #expect(dear.sharing.unplacedStory == usual.sharing.unplacedStory * 20)
        #expect(cheap.search == usual.search)
        // Twenty times less than a white line is still little.
        #expect(try prices("earlierLegShort: 20x").search == usual.search)
    }

    @Test func aLayoutTakesThePricesOfTheOneThatItExtends() throws {
        let folder = try TemporaryFolder()
        let parent = "prices: {cutAcross: 2x, cutDown: 2x, whiteLine: 8}\n"
        let child = "extends: parent\nprices: {cutAcross: 0.5x, whiteLine: ~}\n"
        try parent.write(toFile: folder.path + "/parent.yaml", atomically: true, encoding: .utf8)
        try child.write(toFile: folder.path + "/child.yaml", atomically: true, encoding: .utf8)
        let prices = try LayoutFinder(folders: [folder.path]).layout(named: "child").value.prices
        #expect(prices.page.cutDown == 160)
        #expect(prices.page.cutAcross == 27.5, "of the program's own price, not of the parent's")
        #expect(prices.legs.whiteLine == 5)
    }

    @Test func wrongPrices() {
        let report = WrongLayout.report([
            WrongLayout("a name that is nearly right", "prices:\n  buttingHead: 2x\n"),
            WrongLayout("a name like none", "prices: {ugliness: 2x}\n"),
            WrongLayout("a negative price", "prices: {cutAcross: -1}\n"),
            WrongLayout("a negative multiple", "prices: {cutAcross: -0.5x}\n"),
            WrongLayout("an absurd price", "prices: {cutAcross: 100000}\n"),
            WrongLayout("an absurd multiple", "prices: {cutAcross: 1000x}\n"),
            WrongLayout("another unit", "prices: {cutAcross: 50%}\n"),
            WrongLayout("a word", "prices: {cutAcross: never}\n"),
            WrongLayout("a list", "prices: {buttingHeads: [16, 5]}\n"),
            WrongLayout("no group", "prices: high\n"),
        ])
        #expect(difference(report, fromGolden: "prices.txt") == nil)
    }

    /// Every price of a fault can be given in a layout file, by its property's name. What keeps stories from being cut or
    /// dropped is no fault.
    @Test func everyPriceHasItsName() {
        let prices = Prices()
        let groups: [Any] = [
            prices.page, prices.headlines, prices.legs, prices.steps, prices.photos, prices.stories, prices.footBand,
            prices.fillers, prices.sharing, prices.jumps, prices.dummies, prices.ranks, prices.forms,
        ]
        var found: [String: [Cost]] = [:]
        for child in groups.flatMap({ Mirror(reflecting: $0).children }) {
            if let cost = child.value as? Cost { found[child.label!] = [cost] }
            if let costs = child.value as? [Cost] { found[child.label!] = costs }
        }
        for guarding in ["oversetRow", "unfilledPage", "unplacedStory", "unplacedLine"] {
            #expect(found.removeValue(forKey: guarding) != nil)
        }
        #expect(Set(Prices.list.map(\.name)) == Set(found.keys))
        for price in Prices.list { #expect(price.costs(in: prices) == found[price.name], "\(price.name)") }
    }

    @Test("the table of layouts/README.md has every price, in their order")
    func theTableIsTrue() throws {
        let file = URL(fileURLWithPath: ShippedLayoutsTests.folder).appendingPathComponent("README.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        let rows = text.matches(of: /(?m)^\| `([A-Za-z]+)` \| ([0-9., ]+) \| [^|]+ \|$/).map {
            "\($0.1): \($0.2)"
        }
        let prices = Prices.list.map { price in
            "\(price.name): " + price.costs(in: Prices()).map(\.description).joined(separator: ", ")
        }
        #expect(rows == prices)
    }
}
