public import Copy
internal import Diagnostics
internal import FoundationEssentials
internal import Printing

/// A folder that becomes an edition: files that are not there yet, and never anything overwritten.
public struct NewEdition {
    public let folder: String

    public init(_ folder: String) { self.folder = folder }

    /// Writes an edition's files.
    ///
    /// - Throws: `Rejected` when one of them is there already, before any is written, or when one cannot be written.
    public func write(_ files: [EditionWriter.File]) throws {
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
        for file in files {
            let target = path(of: file)
            let parent = target.lastIndex(of: "/").map { String(target[..<$0]) } ?? "."
            do {
                try disk.createDirectory(atPath: parent, withIntermediateDirectories: true)
            } catch {
                throw Rejected([.error(at: SourcePlace(file: parent), "the folder cannot be made", hints: "is its parent writable?")])
            }
            try OutputFile(target).write(Array(file.text.utf8))
        }
        try? disk.createDirectory(atPath: folder + "/photos", withIntermediateDirectories: true)
    }

    private func path(of file: EditionWriter.File) -> String { folder + "/" + file.path }
}
