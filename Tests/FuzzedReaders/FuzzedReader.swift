internal import Diagnostics

/// A reader of what comes into the house, as fuzzing sees it: what to begin from, what means something to it, and what it
/// has to keep to, whatever it is given.
///
///     let faults = try FuzzedReader.layout.faults(input, folder.path)      // [] when all is well
///
/// To refuse an input is well. To crash, to hang, to point at a place outside the file, to lose a word in silence, or to
/// read its own writing otherwise than the first time is not.
public struct FuzzedReader: Sendable, CustomStringConvertible {
    public var name: String
    /// Whether its files are text, which is spoilt by characters rather than by bytes.
    public var isText: Bool
    /// Files that it reads.
    public var seeds: [[UInt8]]
    /// Words of its form.
    public var words: [String]
    /// What is wrong with how it took an input; the folder is for files that it needs.
    public var faults: @Sendable (_ input: [UInt8], _ folder: String) throws -> [String]

    public var description: String { name }

    public static func all() throws -> [FuzzedReader] {
        try [
            decoder(), rawCopy(), markdown(), edition(), layout(), roles(), dummy(), jpeg(), png(), drawing(),
            profile(),
        ]
    }

    /// Messages that stand nowhere in a file are no help. Those of other files are left alone.
    static func misplaced(_ diagnostics: [Diagnostic], in source: SourceText) -> [String] {
        diagnostics.compactMap { diagnostic in
            guard let place = diagnostic.place, place.file == source.file, place.line > 0 else { return nil }
            guard place.line <= source.lines.count else {
                return "line \(place.line) of \(source.lines.count): \(diagnostic.message)"
            }
            let columns = source.lines[place.line - 1].unicodeScalars.count
            return place.column <= columns + 1
                ? nil : "column \(place.column) of \(columns) in line \(place.line): \(diagnostic.message)"
        }
    }
}
