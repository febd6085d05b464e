public import Copy
public import Diagnostics
internal import FoundationEssentials
internal import Printing

/// Writes the folder of a new edition: all of its files or none. Existing files are never overwritten.
public struct NewEdition {
    public let folder: String

    public init(_ folder: String) { self.folder = folder }

    /// The folders of an edition that belong to its paper and not to the day.
    private static let paper = ["layouts", "fonts"]
    /// The most bytes of a file that is copied from them. The largest collections of Chinese fonts have half of it.
    private static let mostBytesOfFile = 256 << 20

    /// The files of another edition that the next edition of its paper needs: the path of each, and its path in the new
    /// edition.
    public static func paperFiles(of other: String) -> [(from: String, path: String)] {
        paper.flatMap { folder in
            let names = try? FileManager.default.subpathsOfDirectory(atPath: other + "/" + folder)
            return (names ?? []).sorted().map { folder + "/" + $0 }.filter { path in
                var isFolder = false
                let isThere = FileManager.default.fileExists(atPath: other + "/" + path, isDirectory: &isFolder)
                return isThere && !isFolder && !path.split(separator: "/").contains { $0.hasPrefix(".") }
            }.map { (other + "/" + $0, $0) }
        }
    }

    /// Writes an edition's files.
    ///
    /// - Parameters:
    ///   - copies: files to copy unchanged, and their paths in the edition.
    ///   - folders: empty folders to create.
    /// - Throws: `DiagnosticsError` when a file exists already, before any is written, or when one cannot be written.
    public func write(
        _ files: [EditionWriter.File], copies: [(from: String, path: String)] = [], folders: [String] = []
    ) throws {
        let disk = FileManager.default
        let there = (files.map(\.path) + copies.map(\.path)).map { folder + "/" + $0 }
            .filter(disk.fileExists(atPath:))
        guard there.isEmpty else {
            throw DiagnosticsError(
                there.map {
                    .error(
                        at: SourcePlace(file: $0), "the file is there already and is not overwritten",
                        hints: "name another folder with -o, or take the old edition away")
                })
        }
        var made: [String] = []
        do {
            for file in files { try write(Array(file.text.utf8), to: file.path, &made) }
            for copy in copies {
                try write(try TextFile(copy.from).bytes(limit: Self.mostBytesOfFile), to: copy.path, &made)
            }
            for name in folders + ["photos"] { try makeFolder(folder + "/" + name, &made) }
        } catch {
            // The files of an incomplete edition would make the next attempt fail.
            for path in made.reversed() { try? disk.removeItem(atPath: path) }
            throw error
        }
    }

    private func write(_ bytes: [UInt8], to path: String, _ made: inout [String]) throws {
        let target = folder + "/" + path
        try makeFolder(target.lastIndex(of: "/").map { String(target[..<$0]) } ?? ".", &made)
        try OutputFile(target).write(bytes)
        made.append(target)
    }

    /// - Parameter made: receives the folders that did not exist before.
    private func makeFolder(_ path: String, _ made: inout [String]) throws {
        let disk = FileManager.default
        var missing: [String] = []
        var part = path
        while !part.isEmpty, !disk.fileExists(atPath: part) {
            missing.append(part)
            part = part.lastIndex(of: "/").map { String(part[..<$0]) } ?? ""
        }
        do {
            try disk.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw DiagnosticsError([
                .error(at: SourcePlace(file: path), "the folder cannot be made", hints: "is its parent writable?")
            ])
        }
        made += missing.reversed()
    }
}

/// A file that the user has named.
public struct TextFile {
    public let path: String

    public init(_ path: String) { self.path = path }

    /// - Parameter limit: the most bytes.
    /// - Throws: `DiagnosticsError` when the file does not exist, cannot be read, or has more bytes.
    public func bytes(limit: Int = InputFile.mostTextBytes) throws -> [UInt8] {
        guard let bytes = try InputFile.bytes(of: path, limit: limit) else {
            throw DiagnosticsError([.error(at: nil, "the file \(path) cannot be read", hints: "is the name right?")])
        }
        return bytes
    }
}
