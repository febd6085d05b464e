import Foundation

/// The working tree that the tests were built from.
public enum Checkout {
    public static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().path

    /// The sample edition.
    public static let seed = folder + "/seeds/jiangjin-2023-06-21"

    /// The program `paiban`, which is built beside the tests' own.
    public static let program =
        URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent().path + "/paiban"
}
