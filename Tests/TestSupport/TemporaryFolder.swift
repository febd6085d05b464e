import Foundation

/// Writes a file without waiting for the disk. Foundation waits for every file, which takes longer than most tests.
public func writeFile(_ bytes: [UInt8], to path: String) throws {
    guard let file = fopen(path, "w") else { throw UnwrittenFile(path: path) }
    let count = fwrite(bytes, 1, bytes.count, file)
    guard fclose(file) == 0, count == bytes.count else { throw UnwrittenFile(path: path) }
}

private struct UnwrittenFile: Error { var path: String }

/// A folder of files that is deleted after the test.
public final class TemporaryFolder {
    public let path: String

    /// - Parameter files: the texts of the files, by their names in the folder. Folders in a name are created.
    public init(_ files: [String: String] = [:]) throws {
        path = FileManager.default.temporaryDirectory.path + "/paiban-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        for (name, text) in files { try write(text, to: name) }
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    public func path(_ name: String) -> String { path + "/" + name }

    public func write(_ text: String, to name: String) throws { try write(Array(text.utf8), to: name) }

    public func write(_ bytes: [UInt8], to name: String) throws {
        try makeFolder(for: name)
        try writeFile(bytes, to: path(name))
    }

    public func copy(_ file: String, to name: String) throws {
        try makeFolder(for: name)
        try FileManager.default.copyItem(atPath: file, toPath: path(name))
    }

    public func text(of name: String) throws -> String { try String(contentsOfFile: path(name), encoding: .utf8) }

    public func bytes(of name: String) throws -> [UInt8] {
        [UInt8](try Data(contentsOf: URL(fileURLWithPath: path(name))))
    }

    public func has(_ name: String) -> Bool { FileManager.default.fileExists(atPath: path(name)) }

    /// The names of all files in the folder and below, hidden ones included, in order.
    public var files: [String] {
        let names = FileManager.default.enumerator(atPath: path)?.compactMap { $0 as? String } ?? []
        return names.filter { name in
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: path(name), isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }

    private func makeFolder(for name: String) throws {
        let folder = URL(fileURLWithPath: path(name)).deletingLastPathComponent().path
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }
}
