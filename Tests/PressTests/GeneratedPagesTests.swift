import GeneratedPages
import TestSupport
import Testing

/// Pages that nobody made, of copy that nobody wrote, by the whole run: several dozen of them, looked at for what must
/// never be and for what a good page has.
struct GeneratedPagesTests {
    /// What takes longest where nothing is optimized; the benchmark `generated` makes these, too, and as many more as
    /// are wanted.
    private static let slow: Set = [7, 9, 13, 15, 16, 19, 22, 25, 28, 31, 37, 42]

    private static let editions =
        GeneratedEdition.editions(0..<47).filter { !slow.contains($0.seed) }
        + (48..<60).map { GeneratedEdition(seed: $0, form: .bulletin) }

    @Test("forty pages and more, of four to sixteen stories, are generated")
    func areMany() {
        #expect(Self.editions.reduce(0) { $0 + ($1.form == .tabloid ? 2 : 1) } >= 40)
        #expect(Set(Self.editions.map(\.form)) == Set(GeneratedEdition.Form.usual))
    }

    /// On the small page, which is made soonest; the benchmark makes them on every page there is (`--all`).
    private static let characters = GeneratedCharacter.allCases.map {
        GeneratedEdition(seed: 100, form: .bulletin, character: $0)
    }

    @Test("whatever sets the copy apart, nothing stands on anything and no word is lost", .slow, arguments: characters)
    func areWholeWhateverTheirCharacter(edition: GeneratedEdition) throws {
        #expect(try GeneratedResult(edition).faults == [])
    }

    /// A page is filled and good, or a message says by how many lines it is over or short. Of eight one may have a
    /// fault that nothing is said of but in the report: two headlines that butt where a cut came about by chance.
    @Test(
        "nothing stands on anything, no word is lost, what is said of a page is true", .slow,
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
