import Foundation

/// The working tree that the tests were built from.
public enum Checkout {
    public static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The sample edition.
    public static let seed = folder + "/seeds/jiangjin-2023-06-21"

    /// The second sample edition: four pages of a county paper.
    public static let county = folder + "/seeds/qingdu-2024-09-14"

    /// The bytes of a file of the sample edition.
    public static func seedFile(_ name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: seed + "/" + name)))
    }

    /// The text of a file of the working tree.
    public static func text(of name: String) throws -> String {
        try String(contentsOfFile: folder + "/" + name, encoding: .utf8)
    }

    /// The program `paiban`, which is built beside the tests.
    public static let program =
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path + "/paiban"
}
