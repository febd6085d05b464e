public import Copy
public import Diagnostics
public import Fonts
internal import Layouts
internal import Makeup
public import Pages
internal import Printing
internal import Typesetting

/// The whole run: an edition in, its pages out.
///
///     let resources = Resources(edition: edition.folder, program: programPath())
///     let press = EditionPress(resources: resources, fonts: try resources.openFonts())
///     let made = try press.make(edition)
public struct EditionPress {
    private let resources: Resources
    private let fonts: FontBook

    public init(resources: Resources, fonts: FontBook) {
        self.resources = resources
        self.fonts = fonts
    }

    /// Makes pages of an edition.
    ///
    /// - Parameter numbers: the pages wanted, from 1; nil for all.
    /// - Parameter kept: the dummies of an earlier build, to hold the pages to.
    /// - Throws: `Rejected` with all that is wrong with the layouts, when one cannot be used.
    public func make(
        _ edition: Edition, pages numbers: Set<Int>? = nil, keeping kept: EditionDummy? = nil
    ) throws -> Reported<MadeEdition> {
        // 1. The layouts that the pages ask for, each read once.
        let pools = pools(of: edition).filter { pool in
            numbers.map { !$0.isDisjoint(with: pool.map { $0 + 1 }) } ?? true
        }
        let layouts = try layouts(of: pools.flatMap { edition.pages[$0] })
        let reporter = Reporter()
        reporter.report(layouts.diagnostics)
        // 2. The pages, one by one.
        let setter = Typesetter(fonts: fonts, language: edition.language)
        var pages: [Page] = []
        var dummies: [String] = []
        var reports: [PageReport] = []
        var keep = kept ?? EditionDummy()
        for pool in pools {
            let sheets = pool.map { index in
                let page = edition.pages[index]
                return PagePool.Sheet(
                    number: index + 1, layout: layouts.value[page.layout]!.side(ofPage: index + 1),
                    facts: Facts(edition: edition, page: page, number: index + 1, pages: edition.pages.count))
            }
            let articles = edition.pages[pool.lowerBound].articles.map { article in
                (article, article.photos.map { picture($0, reporter) })
            }
            for made in PagePool(sheets: sheets, setter: setter).pages(of: articles, previous: kept?.pages ?? [])
            where numbers?.contains(made.value.page.number) ?? true {
                reporter.report(made.diagnostics)
                pages.append(made.value.page)
                dummies.append(made.value.dummy)
                reports.append(made.value.report)
                keep.take(made.value.kept)
            }
        }
        let document = Document(
            title: title(of: edition), author: edition.paper["publisher"] ?? edition.paper["name"] ?? "",
            language: edition.language, date: edition.date?.iso ?? "", pages: pages)
        return Reported(
            MadeEdition(document: document, dummies: dummies, report: EditionReport(pages: reports), kept: keep),
            reporter.diagnostics)
    }

    /// Pages that share their copy: one that has copy of its own, and those after it that have none.
    private func pools(of edition: Edition) -> [Range<Int>] {
        let starts = edition.pages.indices.filter { $0 == 0 || !edition.pages[$0].articles.isEmpty }
        return zip(starts, starts.dropFirst() + [edition.pages.count]).map { $0..<$1 }
    }

    private func layouts(of pages: [EditionPage]) throws -> Reported<[String: Layout]> {
        let finder = LayoutFinder(folders: resources.layoutFolders)
        let roles = Set(fonts.roles.names)
        let fontless = roles.filter { !fonts.has($0) }
        var layouts: [String: Layout] = [:]
        var diagnostics: [Diagnostic] = []
        var rejected: [Diagnostic] = []
        for page in pages where layouts[page.layout] == nil {
            do {
                let read = try finder.layout(
                    named: page.layout, askedAt: page.layoutPlace, roles: roles, fontless: fontless)
                let looked = FurniturePictures().measured(read.value)
                layouts[page.layout] = looked.value
                diagnostics += read.diagnostics + looked.diagnostics
            } catch let error as Rejected {
                rejected += error.diagnostics
            }
        }
        if !rejected.isEmpty { throw Rejected(rejected) }
        return Reported(layouts, diagnostics)
    }

    /// A photo with its picture's shape; one that is missing keeps its block, and a warning says so.
    private func picture(_ photo: Photo, _ reporter: Reporter) -> Picture {
        guard let file = photo.file else {
            reporter.warning(
                at: photo.place, "no picture for the caption “\(photo.caption)”",
                hints: "name its file under photos: of the page in edition.yaml")
            return Picture(photo: photo, file: nil, width: 3, height: 2)
        }
        do {
            let read = try PhotoFile(reading: file)
            return Picture(photo: photo, file: file, width: read.uprightWidth, height: read.uprightHeight)
        } catch {
            reporter.warning(at: photo.place, "the photo \(file) \(error)", hints: "its place stays, with a grey frame")
            return Picture(photo: photo, file: nil, width: 3, height: 2)
        }
    }

    private func title(of edition: Edition) -> String {
        [edition.paper["name"], edition.date?.iso, edition.issue.map { "第\($0)期" }].compactMap { $0 }.joined(
            separator: " ")
    }
}

/// An edition's pages, the dummy of each in words, and what there is to say of them.
public struct MadeEdition: Sendable {
    public var document: Document
    public var dummies: [String]
    public var report: EditionReport
    /// The dummies to hold the pages to when they are made again.
    public var kept: EditionDummy
}
