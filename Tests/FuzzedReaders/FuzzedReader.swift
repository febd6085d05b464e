internal import Diagnostics

/// A reader under fuzzing: its seeds, its dictionary, and the check of its result for any input.
///
///     let faults = try FuzzedReader.layout().faults(input, folder.path)      // [] if there are none
///
/// A reader may reject an input. It must not crash, hang, report a place outside the file, lose text without a warning,
/// or read its own output differently.
public struct FuzzedReader: Sendable, CustomStringConvertible {
    /// The name for command lines and tests.
    public var name: String
    /// Whether its files are text, which is mutated by characters and not by bytes.
    public var isText: Bool
    /// Valid files.
    public var seeds: [[UInt8]]
    /// The words of its format.
    public var words: [String]
    /// The faults of the reader for an input; the folder is for files that the check needs.
    public var faults: @Sendable (_ input: [UInt8], _ folder: String) throws -> [String]

    public var description: String { name }

    /// All readers.
    public static func all() throws -> [FuzzedReader] {
        try [
            decoder(), rawCopy(), markdown(), edition(), layout(), roles(), dummy(), jpeg(), png(), drawing(),
            profile(),
        ]
    }

    /// The diagnostics of a file whose places are outside the file. Diagnostics of other files are not checked.
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
