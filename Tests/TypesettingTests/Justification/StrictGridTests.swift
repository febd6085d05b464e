import Testing

@testable import Typesetting

/// CLREQ 6.2.4: with the strict grid every Han character stands on a whole number of em.
struct StrictGridTests {
    private let text = "一季度GDP增长4.5%，“五一”假期（3天）5G用户达1,024万户，New York时间公布。"

    @Test(arguments: 6...20) func hanOnGrid(measure: Int) {
        for line in Proof(text, measure: Double(measure), { $0.strictGrid = true }).lines {
            for (scalar, x) in zip(line.text.unicodeScalars, line.x) where CharacterClass(scalar) == .han {
                #expect(x.isAbout(x.rounded()), "\(line.text)")
            }
            #expect(line.width <= Double(measure) + 0.001)
        }
    }

    /// Without the option, the same line leaves the grid.
    @Test func freeGrid() {
        let line = Proof(text).lines[0]
        #expect(
            zip(line.text.unicodeScalars, line.x).contains { CharacterClass($0) == .han && !$1.isAbout($1.rounded()) })
    }

    /// A word stands in the middle of the whole em that it is padded to.
    @Test func padded() {
        let proof = Proof("汉AI字") { $0.strictGrid = true }
        let free = Proof("汉AI字") { $0.hanLatinGap = false }
        let word = free.x(of: "字") - 1
        #expect(proof.x(of: "字").isAbout(1 + word.rounded(.up)))
        #expect(proof.x(of: "A").isAbout(1 + (word.rounded(.up) - word) / 2))
    }
}
