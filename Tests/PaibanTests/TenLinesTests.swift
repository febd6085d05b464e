import Foundation
import Paiban
import Testing

/// “A page in ten lines”: the code that README.md and the documentation show is what is executed here.
struct TenLinesTests {
    private static let checkout = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    private static func text(of file: String) throws -> String {
        try String(contentsOf: checkout.appendingPathComponent(file), encoding: .utf8)
    }

    @Test func theyMakeAPage() async throws {
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("paiban-ten-\(UUID().uuidString).pdf")
        let files = [file.path, file.path + ".png"]
        defer { for file in files { try? FileManager.default.removeItem(atPath: file) } }
        try await printPage(to: file.path)
        #expect(try Data(contentsOf: file).starts(with: Array("%PDF-".utf8)))
        #expect(try Data(contentsOf: URL(fileURLWithPath: files[1])).starts(with: [0x89] + Array("PNG".utf8)))
    }

    @Test("they are what the texts show", arguments: ["README.md", "Sources/Paiban/Paiban.docc/PageInTenLines.md"])
    func theyAreWhatTheTextsShow(_ file: String) throws {
        let source = try Self.text(of: "Tests/PaibanTests/TenLines.swift")
        let lines = source.components(separatedBy: "// Ten lines:\n")[1].components(separatedBy: "    // End.")[0]
            .split(separator: "\n").map { String($0.trimmingPrefix("    ")) }
        let shown =
            ["import Paiban"]
            + lines.map {
                $0.replacing("file + \".png\"", with: "\"page.png\"").replacing(
                    "(to: file)", with: "(to: \"page.pdf\")")
            }
        #expect(shown.count == 10)
        let text = try Self.text(of: file).split(separator: "\n").map { $0.trimmingPrefix("    ") }
        #expect(shown.filter { !text.contains($0[...]) } == [])
    }
}
