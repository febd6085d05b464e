import GeneratedPages
import TestSupport
import Testing

/// Several dozen pages of generated copy, made by the whole run. They are checked for faults that must never occur and
/// for the properties of a good page.
@Suite(.computing)
struct GeneratedPagesTests {
    /// The characters of copy that take longest in a debug build. The benchmark `generated` makes these pages too, and
    /// as many more as it is asked for.
    private static let slow: Set = [7, 9, 13, 15, 16, 19, 22, 25, 28, 31, 37, 42]

    private static let editions =
        GeneratedEdition.editions(0..<47).filter { !slow.contains($0.seed) }
        + (48..<60).map { GeneratedEdition(seed: $0, form: .bulletin) }

    @Test("more than forty pages of four to sixteen stories are generated")
    func areMany() {
        #expect(Self.editions.reduce(0) { $0 + ($1.form == .tabloid ? 2 : 1) } >= 40)
        #expect(Set(Self.editions.map(\.form)) == Set(GeneratedEdition.Form.usual))
    }

    /// The pages have the small layout, which is the fastest to make. The benchmark makes them with every layout
    /// (`--all`).
    private static let characters = GeneratedCharacter.allCases.map {
        GeneratedEdition(seed: 100, form: .bulletin, character: $0)
    }

    @Test("with copy of any character, nothing overlaps and no word is lost", .slow, arguments: characters)
    func areWholeWhateverTheirCharacter(edition: GeneratedEdition) throws {
        #expect(try GeneratedResult(edition).faults == [])
    }

    /// A page is filled and good, or a message says by how many lines it is over or short. One in eight may have a
    /// fault that only the report names: two butting headlines at an accidental cut.
    @Test(
        "nothing overlaps, no word is lost, and the messages about a page are true", .slow,
        arguments: GeneratedEdition.Form.usual)
    func areWhole(form: GeneratedEdition.Form) throws {
        var flawed: [String] = []
        let editions = Self.editions.filter { $0.form == form }
        for edition in editions {
            let result = try GeneratedResult(edition)
            #expect(result.faults == [], "\(edition)")
            if !result.isReported && !result.flaws.isEmpty { flawed.append("\(edition): \(result.flaws)") }
        }
        #expect(flawed.count <= editions.count / 8, "\(flawed)")
    }
}
