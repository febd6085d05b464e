internal import Diagnostics
internal import Files
internal import MarkedYAML

/// Reads the copy files of an edition and gives each story a unique id.
///
/// Layouts and messages identify a story by its id: the file's name for a Markdown story (`lead`), the file's name and
/// a number for the stories of raw copy (`front-1`). If two files have the same name, such as copy/a/lead.md and
/// copy/b/lead.md, the later story gets a number: `lead-2`.
final class CopyFolder {
    private let folder: EditionFolder
    private let reporter: Reporter
    private let narrowsLetters: Bool
    private var ids: Set<String> = []
    /// The next number that a repeated id may get.
    private var numbers: [String: Int] = [:]
    private var pageOfFile: [String: Int] = [:]
    /// The bytes of all files so far.
    private var copyBytes = 0

    /// - Parameter narrowsLetters: whether full-width letters and figures are replaced by those of normal width.
    init(_ folder: EditionFolder, _ reporter: Reporter, narrowsLetters: Bool = false) {
        self.folder = folder
        self.reporter = reporter
        self.narrowsLetters = narrowsLetters
    }

    static let markdownEndings = [".md", ".markdown"]
    static let rawEnding = ".txt"

    /// The stories of a file or folder that the edition names. Errors are reported, not thrown.
    func stories(in node: YAMLNode, page: Int) -> [Article] {
        guard let name = node.text else {
            reporter.error(
                at: node.place, "a copy file has to be a name", hints: "write copy: [copy/lead.md, copy/front.txt]")
            return []
        }
        guard let path = folder.path(to: name) else {
            reporter.error(
                at: node.place, "“\(name)” is outside the edition's folder",
                hints: "put the file itself, not a link, into the edition's folder: copy/lead.md")
            return []
        }
        if FileKind(of: path) == .folder {
            return stories(inFolder: path, named: name, page: page, node.place)
        }
        if let other = pageOfFile.updateValue(page, forKey: path) {
            reporter.error(
                at: node.place, "“\(name)” is named twice" + (other == page ? "" : ", on page \(other) and here"),
                hints: "keep one of the two")
            return []
        }
        do {
            return try stories(ofFile: path, namedAt: node.place)
        } catch .missing {
            let nearest = nearestName(to: name.fileName, among: EditionFolder.neighbours(of: path))
            reporter.error(
                at: node.place, "there is no file “\(name)” in the edition",
                hints: nearest.map { "did you mean “\(name.dropLast(name.fileName.count))\($0)”?" }
                    ?? "the file would be \(path)")
        } catch {
            reporter.error(
                at: node.place, "“\(name)” \(error)", hints: "put a file of copy there, or take the name out")
        }
        return []
    }

    /// The stories of a folder's copy files in the order of their names, except files that the edition has already
    /// named.
    private func stories(inFolder path: String, named name: String, page: Int, _ place: SourcePlace) -> [Article] {
        let endings = Self.markdownEndings + [Self.rawEnding]
        let files = EditionFolder.files(of: path).filter { file in
            !file.hasPrefix(".") && endings.contains(where: file.lowercased().hasSuffix)
        }
        if files.isEmpty {
            reporter.warning(
                at: place, "the folder “\(name)” contains no copy",
                hints: "the names of Markdown stories end in .md, those of raw copy in .txt")
        }
        return files.flatMap { file -> [Article] in
            let path = path + "/" + file
            guard pageOfFile.updateValue(page, forKey: path) == nil else { return [] }
            guard !folder.isLinkedOut(path) else {
                reporter.error(at: place, "\(path) is outside the edition's folder")
                return []
            }
            do throws(InputFile.Failure) {
                return try stories(ofFile: path, namedAt: place)
            } catch .notAFile(let kind) where kind.isSpecial {
                reporter.report(EditionFolder.passedOver(path, kind))
            } catch {
                reporter.error(at: place, "\(path) \(error)")
            }
            return []
        }
    }

    /// The stories of a file of the edition, unless the edition has too much copy with it.
    private func stories(ofFile path: String, namedAt place: SourcePlace) throws(InputFile.Failure) -> [Article] {
        let bytes = try InputFile.bytes(of: path)
        copyBytes += bytes.count
        if copyBytes <= CopyLimits.mostBytes { return stories(of: bytes, path: path, namedAt: place) }
        reporter.error(
            at: SourcePlace(file: path),
            "with this file, the edition has more than \(CopyLimits.mostBytes) bytes of copy",
            hints: "leave copy out, or make two editions")
        return []
    }

    /// The stories of a file, in the format that its extension names.
    func stories(of bytes: [UInt8], path: String, namedAt place: SourcePlace?) -> [Article] {
        if let fault = UnprintableCharacters.fault(in: path.fileName) {
            reporter.warning(
                at: place, "the name of a copy file is not plain text: \(fault.message)",
                hints: "give the file another name")
        }
        do {
            let name = path.lowercased()
            if Self.markdownEndings.contains(where: name.hasSuffix) {
                let story = try MarkdownReader().read(try source(of: bytes, path: path))
                reporter.report(story.diagnostics)
                return unique([story.value])
            }
            guard name.hasSuffix(Self.rawEnding) else {
                reporter.error(
                    at: place, "“\(path.fileName)” is not a copy file",
                    hints: "the names of Markdown stories end in .md, those of raw copy in .txt")
                return []
            }
            let copy = RawCopyReader().read(try source(of: bytes, path: path))
            reporter.report(copy.diagnostics)
            return unique(copy.value)
        } catch let error as DiagnosticsError {
            reporter.report(error.diagnostics)
        } catch {
            reporter.error(at: place, "\(path) cannot be read: \(error)")
        }
        return []
    }

    private func source(of bytes: [UInt8], path: String) throws -> SourceText {
        let source = try CopyDecoder.decode(bytes, file: path)
        try CopyLimits.check(source.value)
        reporter.report(source.diagnostics)
        return narrowsLetters ? FullWidthLetters.narrowed(in: source.value) : source.value
    }

    private func unique(_ stories: [Article]) -> [Article] {
        stories.map { story in
            var story = story
            let name = story.id
            var number = numbers[name] ?? 2
            while !ids.insert(story.id).inserted {
                story.id = "\(name)-\(number)"
                number += 1
            }
            numbers[name] = number
            return story
        }
    }
}
