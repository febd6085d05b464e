public import Diagnostics
internal import Files
internal import MarkedYAML

/// Reads an edition: a folder with edition.yaml, its copy and its photos.
///
///     paper:
///       name: 江边日报            # any key: layouts print it as {paper.name}
///     date: 2023-06-21
///     issue: 4321
///     letters: narrow             # full-width letters and figures of the copy become GDP 12.5
///     pages:
///       - layout: broadsheet-front
///         section: 要闻
///         editors: 责任编辑 甲乙
///         copy: [copy/lead.md, copy/front.txt]
///         photos:                 # pictures for captions of raw copy, see PhotoAttachment
///           - {caption: 江边晨雾, file: mist.jpg}
///         notices:                # advertisements and the like, see NoticeReader
///           - {rows: 12, image: ad.png}
///
/// If the program allots the pages:
///
///     pages: auto                 # or the number of pages
///     layouts: {front: tabloid-front, inside: tabloid-inside}
///     sections: [要闻, 综合]
///     copy: [copy]
///
/// A single file, raw copy or a Markdown story, is an edition of one page.
///
/// The reader reports all errors of an edition at once. edition.yaml names photos by their names in the folder photos;
/// the edition that the reader returns has their paths. Whether the files exist is checked when they are printed.
public struct EditionReader: Sendable {
    /// The layout of the page of a single file.
    public var defaultLayout: String

    /// Creates a reader.
    public init(defaultLayout: String = "broadsheet-front") { self.defaultLayout = defaultLayout }

    static let fileName = "edition.yaml"

    /// Reads an edition.
    ///
    /// - Parameter path: the edition's folder, or a copy file.
    /// - Returns: the edition, with warnings.
    /// - Throws: `DiagnosticsError` with all errors of the edition.
    public func read(_ path: String) throws -> Reported<Edition> {
        let reporter = Reporter()
        let edition =
            switch FileKind(of: path) {
            case .folder: try folderEdition(EditionFolder(path), reporter)
            case .file, .pipe, .socket, .device: bareEdition(path, reporter)
            case .nothing:
                throw DiagnosticsError([
                    .error(
                        at: nil, "there is no edition \(path)",
                        hints: "name a folder that contains edition.yaml, or a .txt file of raw copy")
                ])
            }
        let printable = edition.printable
        reporter.report(printable.diagnostics)
        reporter.report(CopyLimits.errors(in: printable.value))
        if reporter.diagnostics.hasErrors { throw DiagnosticsError(reporter.diagnostics) }
        return Reported(printable.value, reporter.diagnostics)
    }

    // MARK: A single file

    private func bareEdition(_ path: String, _ reporter: Reporter) -> Edition {
        let folder = EditionFolder(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
        let place = SourcePlace(file: path)
        var stories: [Article] = []
        do {
            stories = CopyFolder(folder, reporter).stories(
                of: try InputFile.bytes(of: path), path: path, namedAt: place)
        } catch {
            reporter.error(at: place, "the copy \(error)")
        }
        folder.resolvePhotos(of: &stories, reporter)
        let page = EditionPage(layout: defaultLayout, layoutPlace: place, articles: stories)
        return Edition(folder: folder.path, pages: [page], place: place)
    }

    // MARK: A folder

    private func folderEdition(_ folder: EditionFolder, _ reporter: Reporter) throws -> Edition {
        let source = try Self.source(of: folder)
        reporter.report(source.diagnostics)
        reporter.report(folder.specialFiles)
        let text = source.value.lines.joined(separator: "\n")
        let keys = MappingReader(try YAMLNode(parsing: text, file: source.value.file), as: "the edition", reporter)
        let narrows = keys.value("letters", expecting: "narrow or keep") { ["narrow": true, "keep": false][$0] }
        let pages = EditionPagesReader(folder: folder, reporter: reporter, narrowsLetters: narrows ?? false)
        let isListed = keys.node("pages").map { if case .scalar = $0.content { false } else { true } } ?? true
        let edition = Edition(
            folder: folder.path,
            paper: texts("paper", as: "the paper", keys),
            date: keys.value(
                "date", expecting: "a day that exists, such as 2023-06-21", CalendarDate.init(parsing:)),
            issue: keys.text("issue"),
            total: keys.text("total"),
            today: texts("today", as: "the day's texts", keys),
            language: keys.value("language", expecting: "a language tag such as zh-Hans, zh-Hant or en", languageTag)
                ?? "zh-Hans",
            pages: isListed ? pages.listed(keys) : [],
            allotment: isListed ? nil : pages.allotment(keys),
            fillers: FillerReader(folder: folder, reporter: reporter).fillers(keys),
            place: keys.place)
        keys.finish()
        return edition
    }

    /// The text of a folder's edition.yaml.
    ///
    /// - Throws: `DiagnosticsError` if the folder has none, if it is a link to a file outside the folder, or if it cannot
    ///   be read.
    public static func source(ofFolder path: String) throws -> Reported<SourceText> {
        try source(of: EditionFolder(path))
    }

    private static func source(of folder: EditionFolder) throws -> Reported<SourceText> {
        let path = folder.path(joining: fileName)
        guard !folder.isLinkedOut(path) else {
            throw DiagnosticsError([
                .error(
                    at: SourcePlace(file: path), "edition.yaml is a link that leads out of the edition's folder",
                    hints: "put the file itself, not a link, into the folder")
            ])
        }
        do {
            return try CopyDecoder.decode(try InputFile.bytes(of: path), file: path)
        } catch InputFile.Failure.missing {
            throw DiagnosticsError([
                .error(
                    at: nil, "the folder \(folder.path) contains no edition.yaml",
                    hints: "“paiban new” creates an edition, and “paiban import” creates one from raw copy")
            ])
        } catch let failure as InputFile.Failure {
            throw DiagnosticsError([.error(at: SourcePlace(file: path), "edition.yaml \(failure)")])
        }
    }

    /// The texts of a group whose keys the user chooses.
    private func texts(_ key: String, as title: String, _ keys: MappingReader) -> [String: String] {
        guard let group = keys.mapping(key, as: title) else { return [:] }
        var texts: [String: String] = [:]
        for key in group.keys { texts[key] = group.text(key) }
        return texts
    }

    private func languageTag(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy {
            (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        return isTag && (2...3).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter) ? text : nil
    }
}
