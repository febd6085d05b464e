internal import Diagnostics
internal import FoundationEssentials

/// A file that the user names.
public struct TextFile {
    public let path: String

    public init(_ path: String) { self.path = path }

    /// - Throws: `DiagnosticsError` when there is no such file or it cannot be read.
    public func bytes() throws -> [UInt8] {
        guard let data = FileManager.default.contents(atPath: path) else {
            throw DiagnosticsError([.error(at: nil, "the file \(path) cannot be read", hints: "is the name right?")])
        }
        return Array(data)
    }
}
