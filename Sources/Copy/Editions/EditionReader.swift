public import Diagnostics
internal import MarkedYAML

/// Reads an edition: a folder with edition.yaml, its copy and its photos.
///
///     paper:
///       name: 江边日报            # any key: layouts print it as {paper.name}
///     date: 2023-06-21
///     issue: 4321
///     pages:
///       - layout: broadsheet-front
///         section: 要闻
///         editors: 责任编辑 甲乙
///         copy: [copy/lead.md, copy/front.txt]
///         photos:                 # pictures for captions of raw copy, see PhotoAttachment
///           - {caption: 江边晨雾, file: mist.jpg}
///
/// A bare file of raw copy, or one story, is an edition of one page.
///
/// All that is wrong is reported at once. Photos are named in the edition's photos folder; in the edition that comes
/// back their names are paths to open them by. Whether they are there is seen when they are printed.
public struct EditionReader: Sendable {
    /// The layout of a bare file's page.
    public var defaultLayout: String

    public init(defaultLayout: String = "broadsheet-front") { self.defaultLayout = defaultLayout }

    static let fileName = "edition.yaml"

    /// - Parameter path: the edition's folder, or a copy file.
    /// - Throws: `Rejected` with everything that stands in the way.
    public func read(_ path: String) throws -> Reported<Edition> {
        let reporter = Reporter()
        let edition =
            switch EditionFolder.kind(of: path) {
            case .folder: try folderEdition(EditionFolder(path), reporter)
            case .file: bareEdition(path, reporter)
            case .nothing:
                throw Rejected([
                    .error(
                        at: nil, "there is no edition \(path)",
                        hints: "name a folder that holds edition.yaml, or a .txt file of raw copy")
                ])
            }
        if reporter.diagnostics.hasErrors { throw Rejected(reporter.diagnostics) }
        return Reported(edition, reporter.diagnostics)
    }

    // MARK: A bare file

    private func bareEdition(_ path: String, _ reporter: Reporter) -> Edition {
        let folder = EditionFolder(path.lastIndex(of: "/").map { String(path[...$0]) } ?? ".")
        let place = SourcePlace(file: path)
        var stories: [Article] = []
        if let bytes = EditionFolder.bytes(of: path) {
            stories = CopyFolder(folder, reporter).stories(of: bytes, path: path, namedAt: place)
        } else {
            reporter.error(at: place, "the file cannot be read")
        }
        resolvePhotos(of: &stories, in: folder, reporter)
        let page = EditionPage(layout: defaultLayout, layoutPlace: place, articles: stories)
        return Edition(folder: folder.path, pages: [page], place: place)
    }

    // MARK: A folder

    private func folderEdition(_ folder: EditionFolder, _ reporter: Reporter) throws -> Edition {
        let path = folder.path(to: Self.fileName)!
        guard let bytes = EditionFolder.bytes(of: path) else {
            throw Rejected([
                .error(
                    at: nil, "the folder \(folder.path) holds no edition.yaml",
                    hints: "“paiban new” makes an edition's folder, “paiban import” one from raw copy")
            ])
        }
        let text = try CopyDecoder.decode(bytes, file: path).lines.joined(separator: "\n")
        let keys = MappingReader(try YAMLNode(parsing: text, file: path), as: "the edition", reporter)
        let edition = Edition(
            folder: folder.path,
            paper: paper(keys),
            date: keys.value(
                "date", expecting: "a day that the calendar has, as 2023-06-21", CalendarDate.init(parsing:)),
            issue: keys.text("issue"),
            language: keys.value("language", expecting: "a language tag such as zh-Hans, zh-Hant or en", languageTag)
                ?? "zh-Hans",
            pages: pages(keys, folder, reporter),
            place: keys.place)
        keys.finish()
        return edition
    }

    private func paper(_ keys: MappingReader) -> [String: String] {
        guard let texts = keys.mapping("paper", as: "the paper") else { return [:] }
        var paper: [String: String] = [:]
        for key in texts.keys { paper[key] = texts.text(key) }
        return paper
    }

    private func languageTag(_ text: String) -> String? {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        let isTag = parts.allSatisfy {
            (1...8).contains($0.count) && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
        }
        return isTag && (2...3).contains(parts[0].count) && parts[0].allSatisfy(\.isLetter) ? text : nil
    }

    private func pages(_ keys: MappingReader, _ folder: EditionFolder, _ reporter: Reporter) -> [EditionPage] {
        let nodes = keys.list("pages")
        if nodes.isEmpty {
            reporter.error(
                at: keys.place(of: "pages"), "the edition has no pages",
                hints: "write “pages:” and under it “- layout: broadsheet-front” and “copy: [copy/front.txt]”")
        }
        let copy = CopyFolder(folder, reporter)
        return nodes.enumerated().compactMap { index, node in
            page(MappingReader(node, as: "page \(index + 1)", reporter), number: index + 1, copy, folder, reporter)
        }
    }

    private func page(
        _ keys: MappingReader, number: Int, _ copy: CopyFolder, _ folder: EditionFolder, _ reporter: Reporter
    ) -> EditionPage? {
        let layout = keys.requiredText("layout", hint: "write the name of a layout file, such as broadsheet-front")
        let files = keys.list("copy")
        // A later page without copy of its own takes what the pages before it cannot hold.
        if files.isEmpty, number == 1 {
            reporter.warning(
                at: keys.place, "page \(number) has no copy", hints: "write “copy: [copy/front.txt]” for its stories")
        }
        var stories = files.flatMap { copy.stories(in: $0, page: number) }
        let attachments = keys.list("photos").compactMap { PhotoAttachment($0, reporter) }
        PhotoAttachment.attach(attachments, to: &stories, reporter)
        resolvePhotos(of: &stories, in: folder, reporter)
        let page = EditionPage(
            layout: layout ?? "", layoutPlace: keys.node("layout")?.place ?? keys.place, section: keys.text("section"),
            editors: keys.text("editors"), articles: stories)
        keys.finish()
        return layout == nil ? nil : page
    }

    // MARK: Photos

    /// Turns the names of pictures into paths. A name that begins with “photos/” is taken as it is meant.
    private func resolvePhotos(of stories: inout [Article], in folder: EditionFolder, _ reporter: Reporter) {
        for story in stories.indices {
            for photo in stories[story].photos.indices {
                guard let name = stories[story].photos[photo].file else { continue }
                let inside = name.hasPrefix("photos/") ? name : "photos/" + name
                if let path = folder.path(to: name) != nil ? folder.path(to: inside) : nil {
                    stories[story].photos[photo].file = path
                } else {
                    reporter.error(
                        at: stories[story].photos[photo].place, "the picture “\(name)” leads out of the edition",
                        hints: "put it into the edition's photos folder and write its name alone")
                }
            }
        }
    }
}
