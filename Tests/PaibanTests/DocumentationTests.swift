import Foundation
import Testing

/// The articles of the documentation name types and files that there are.
struct DocumentationTests {
    private static let checkout = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// All Swift code of the package.
    private static let code: String = {
        let files = ["Sources", "Tests"].flatMap { folder -> [URL] in
            let all = FileManager.default.enumerator(
                at: checkout.appendingPathComponent(folder), includingPropertiesForKeys: nil)
            return (all?.compactMap { $0 as? URL } ?? []).filter { $0.pathExtension == "swift" }
        }
        return files.compactMap { try? String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
    }()

    /// The names that the code declares.
    private static let declared: Set<String> = {
        let declarations = code.matches(of: /\b(?:struct|class|enum|protocol|func|var|let|case) `?(\w+)/)
        return Set(declarations.map { String($0.1) })
    }()

    @Test(arguments: ["PlanningAPage", "ComposingAParagraph", "AddingALayoutKey", "AddingAPrice", "AddingAReader"])
    func namesExist(_ article: String) throws {
        let file = Self.checkout.appendingPathComponent("Sources/Paiban/Paiban.docc/\(article).md")
        let text = try String(contentsOf: file, encoding: .utf8).replacing(/(?s)```.*?```|``.*?``/, with: "")
        let names = text.matches(of: /`([A-Za-z][\w.\/-]*)`/).map { String($0.1) }
        #expect(names.count > 5)
        let missing = names.filter { name in
            if name.contains("/") {
                return !FileManager.default.fileExists(atPath: Self.checkout.appendingPathComponent(name).path)
            }
            // A word that begins small is a key of a file or a function's name.
            let isType = name.first?.isUppercase == true
            return isType && !name.split(separator: ".").allSatisfy { Self.declared.contains(String($0)) }
        }
        #expect(missing == [])
    }
}
