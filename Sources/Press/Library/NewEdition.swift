public import Copy
public import Diagnostics
internal import Files
internal import FoundationEssentials
internal import Printing

/// Writes the folder of a new edition: all of its files or none. Existing files are never overwritten.
public struct NewEdition {
    public let folder: String

    public init(_ folder: String) { self.folder = folder }

    /// The folders of an edition that belong to its paper and not to the day.
    private static let paper = ["layouts", "fonts"]

    /// The greatest size of a font in bytes: twice the largest collections of Chinese, Japanese and Korean faces.
    private static let maxFileSize = 512 << 20

    /// The files of another edition that the next edition of its paper needs: the path of each, and its path in the new
    /// edition. Pipes, sockets, devices and links that lead out of the other edition are left out with a warning.
    public static func paperFiles(of other: String) -> Reported<[(from: String, path: String)]> {
        var files: [(from: String, path: String)] = []
        var diagnostics: [Diagnostic] = []
        let roots = FolderRoots([other])
        for entry in paper.flatMap({ folder in
            FolderTree(other + "/" + folder) { roots.contain($0.path) }.entries
        }) {
            func leaveOut(_ reason: String) {
                diagnostics.append(
                    .warning(at: SourcePlace(file: entry.path), "this is \(reason), and is not copied"))
            }
            if entry.kind.isSpecial {
                leaveOut("\(entry.kind.name), not a file")
            } else if entry.kind != .nothing, !roots.contain(entry.path) {
                leaveOut("a link that leads out of the edition")
            } else if entry.kind == .file {
                files.append((entry.path, String(entry.path.dropFirst(other.count + 1))))
            }
        }
        return Reported(files, diagnostics)
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
        let there = (files.map(\.path) + copies.map(\.path)).map { folder + "/" + $0 }.filter(isTaken)
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
                try write(try TextFile(copy.from).bytes(limit: Self.maxFileSize), to: copy.path, &made)
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

    /// - Parameter limit: the greatest size in bytes; that of a text unless given.
    /// - Throws: `DiagnosticsError` when the file does not exist or cannot be read, or is a pipe or a device.
    public func bytes(limit: Int? = nil) throws -> [UInt8] {
        do {
            return try InputFile.bytes(of: path, limit: limit ?? InputFile.maxTextSize)
        } catch .missing {
            throw DiagnosticsError([.error(at: nil, "the file \(path) cannot be read", hints: "is the name right?")])
        } catch {
            throw DiagnosticsError([.error(at: nil, "the file \(path) \(error)", hints: "is the name right?")])
        }
    }
}
