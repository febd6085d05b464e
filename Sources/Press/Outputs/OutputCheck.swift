internal import Diagnostics
internal import Files
internal import Glibc

/// The rule for all files that are written: an output never replaces a file that an edition is made of, nor, unless the
/// user asks for it, a file that does not look like what is written. Two outputs of one run are two files.
///
///     try OutputCheck(files, replacesAnything: force).check([Output("day.pdf", .pdf, option: "-o")])
///
/// Files are compared by device and inode, so links and other spellings of a name make no difference. Commands check
/// before they compose, so a name that is refused costs no work.
public struct OutputCheck: Hashable, Sendable {
    private let files: EditionFiles
    private let replacesAnything: Bool
    /// The hint for a file that is no output of the program's.
    private let hint: String

    /// - Parameters:
    ///   - files: the files that no output replaces.
    ///   - replacesAnything: whether other files of any kind may be replaced.
    ///   - hint: how to permit that, for messages.
    public init(
        _ files: EditionFiles, replacesAnything: Bool = false,
        hint: String = "name another file, or replace this one with --force"
    ) {
        (self.files, self.replacesAnything, self.hint) = (files, replacesAnything, hint)
    }

    /// Checks the outputs of a run.
    ///
    /// - Parameters:
    ///   - outputs: the files that are going to be written.
    ///   - possible: files that may have to be written, when it is not known how many. Only those that are files of the
    ///     edition are refused.
    /// - Throws: `DiagnosticsError` with an error for each file that must not be written.
    public func check(_ outputs: [Output], possible: [Output] = []) throws {
        var errors: [Diagnostic] = []
        var written: [Target: Output] = [:]
        for output in outputs {
            if let error = error(for: output) { errors.append(error) }
            guard let target = Target(output.path) else { continue }
            if let other = written.updateValue(output, forKey: target) {
                errors.append(
                    .error(
                        at: SourcePlace(file: output.path),
                        other.option == output.option
                            ? "\(output.option) names the same file twice"
                            : "\(other.option) and \(output.option) name the same file",
                        hints: "give each a name of its own"))
            }
        }
        for output in possible where FileKind(of: output.path) == .file {
            if let what = inputDescription(of: output) { errors.append(Self.refusal(output, what)) }
        }
        if !errors.isEmpty { throw DiagnosticsError(errors) }
    }

    private func error(for output: Output) -> Diagnostic? {
        let place = SourcePlace(file: output.path)
        switch FileKind(of: output.path) {
        case .pipe, .socket, .device: return nil
        case .folder:
            return .error(
                at: place, "the file cannot be written: this is a folder", hints: "name a file with \(output.option)")
        case .nothing:
            guard files.isAmongPhotos(newFile: Target.absolute(output.path)) else { return nil }
            return .error(
                at: place, "the file would be among the photos of an edition",
                hints: "name a file in another folder with \(output.option)")
        case .file:
            if let what = inputDescription(of: output) { return Self.refusal(output, what) }
            if replacesAnything || isLike(output) { return nil }
            return .error(
                at: place, "the file that is there is not \(output.kind.name) and is not replaced", hints: hint)
        }
    }

    private static func refusal(_ output: Output, _ what: String) -> Diagnostic {
        .error(
            at: SourcePlace(file: output.path), "this file is \(what), which an output never replaces",
            hints: "name another file with \(output.option)")
    }

    private func inputDescription(of output: Output) -> String? {
        let isLike = isLike(output)
        // An empty file among the layouts is a layout.
        let isDummy = output.kind == .dummy && isLike && (try? InputFile.head(of: output.path, count: 1)) != []
        return files.description(of: output.path, isLike: isLike, isDummy: isDummy)
    }

    /// Whether the file that is there looks like the output. A file that cannot be read does not.
    private func isLike(_ output: Output) -> Bool {
        (try? InputFile.head(of: output.path, count: Output.Kind.headSize)).map(output.kind.isLike) ?? false
    }
}

/// What a name leads to: an existing file, or a name in a folder.
private struct Target: Hashable {
    private var file: FileIdentity?
    private var name: String?

    /// nil for pipes and devices, to which several outputs may be written, and for names in folders that do not exist.
    init?(_ path: String) {
        let path = Self.followingLinks(path)
        switch FileKind(of: path) {
        case .file, .folder: file = FileIdentity(of: path)
        case .pipe, .socket, .device: return nil
        case .nothing:
            let path = Self.absolute(path)
            let slash = path.lastIndex(of: "/")!
            guard let folder = FileIdentity(of: String(path[...slash])) else { return nil }
            (file, name) = (folder, String(path[path.index(after: slash)...]))
        }
    }

    static func absolute(_ path: String) -> String { path.contains("/") ? path : "./" + path }

    /// Where a link leads, even if nothing is there yet: the first of two outputs may create it for the second.
    private static func followingLinks(_ path: String) -> String {
        var path = path
        // The kernel follows no more links either.
        for _ in 0..<40 {
            var target = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
            let count = readlink(path, &target, target.count - 1)
            guard count > 0 else { break }
            let next = String(decoding: target.prefix(count).map { UInt8(bitPattern: $0) }, as: UTF8.self)
            path =
                next.hasPrefix("/")
                ? next : String(path[..<(path.lastIndex(of: "/").map(path.index(after:)) ?? path.startIndex)]) + next
        }
        return path
    }
}
