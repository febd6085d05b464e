public import Copy
internal import Diagnostics
internal import FoundationEssentials
internal import Printing

/// A folder that becomes an edition: files that are not there yet, all of them or none, and never anything overwritten.
public struct NewEdition {
    public let folder: String

    public init(_ folder: String) { self.folder = folder }

    /// Writes an edition's files.
    ///
    /// - Parameter folders: folders to make beside them, for what is still to come.
    /// - Throws: `Rejected` when one of them is there already, before any is written, or when one cannot be written.
    public func write(_ files: [EditionWriter.File], folders: [String] = []) throws {
        let disk = FileManager.default
        let there = files.filter { disk.fileExists(atPath: path(of: $0)) }
        guard there.isEmpty else {
            throw Rejected(
                there.map {
                    .error(
                        at: SourcePlace(file: path(of: $0)), "the file is there already and is not overwritten",
                        hints: "name another folder with -o, or take the old edition away")
                })
        }
        var made: [String] = []
        do {
            for file in files {
                let target = path(of: file)
                try makeFolder(target.lastIndex(of: "/").map { String(target[..<$0]) } ?? ".", &made)
                try OutputFile(target).write(Array(file.text.utf8))
                made.append(target)
            }
            for name in folders + ["photos"] { try makeFolder(folder + "/" + name, &made) }
        } catch {
            // Half an edition would only stand in the way of the next try.
            for path in made.reversed() { try? disk.removeItem(atPath: path) }
            throw error
        }
    }

    private func path(of file: EditionWriter.File) -> String { folder + "/" + file.path }

    /// - Parameter made: takes up the folders that were not there before.
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
            throw Rejected([
                .error(at: SourcePlace(file: path), "the folder cannot be made", hints: "is its parent writable?")
            ])
        }
        made += missing.reversed()
    }
}
