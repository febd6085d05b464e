internal import Copy
internal import Diagnostics

/// Turns an edition into the values that a press reads, and back.
struct EditionConverter {
    private let files = PictureFiles()
    private var ids: Set<String> = []
    private var errors: [Diagnostics.Diagnostic] = []
    private var warnings: [Diagnostics.Diagnostic] = []

    /// An edition for a press.
    struct Converted {
        var edition: Copy.Edition
        /// The warnings of reading the edition and its articles.
        var warnings: [Diagnostics.Diagnostic]
        /// The pictures in memory, which are there as long as this value.
        var files: PictureFiles
    }

    /// The ranges of the keys in edition.yaml and in front matter.
    private static let ranks = 1...99
    private static let counts = 1...64

    /// - Throws: ``EditionError`` with every number that is out of its range.
    static func convert(_ edition: Edition) throws -> Converted {
        var converter = EditionConverter()
        let converted = converter.edition(edition).printable
        converter.warnings += converted.diagnostics
        converter.errors += CopyLimits.errors(in: converted.value)
        guard converter.errors.isEmpty else {
            throw EditionError(diagnostics: converter.errors.map { Diagnostic($0) })
        }
        return Converted(
            edition: converted.value, warnings: edition.warnings + converter.warnings, files: converter.files)
    }

    private mutating func edition(_ edition: Edition) -> Copy.Edition {
        var copy = edition.copy
        switch edition.pages {
        case .listed(let pages):
            if pages.isEmpty { errors.append(.error(at: copy.place, "the edition has no pages")) }
            copy.pages = pages.flatMap { self.pages($0) }
        case .automatic(let pages):
            copy.allotment = allotment(pages)
        }
        copy.fillers = edition.fillers.map { article($0) }
        return copy
    }

    /// A page, or both pages of a spread.
    private mutating func pages(_ page: Edition.Page) -> [EditionPage] {
        let left = EditionPage(
            layout: page.layout, layoutPlace: page.layoutPlace, section: page.section, editors: page.editors,
            articles: page.articles.map { article($0) }, takesOver: page.takesOverflow,
            notices: page.notices.map { notice($0) }, half: page.isSpread ? .left : nil)
        guard page.isSpread else { return [left] }
        var right = left
        (right.articles, right.takesOver, right.notices, right.half) = ([], true, [], .right)
        return [left, right]
    }

    private mutating func allotment(_ pages: Edition.AutomaticPages) -> Allotment {
        var copy = pages.copy
        if let count = copy.count, !Self.counts.contains(count) {
            errors.append(.error(at: copy.place, "an edition has from 1 to 64 pages, not \(count)"))
        }
        copy.articles = pages.articles.map { article($0) }
        for (page, notices) in pages.notices { copy.notices[page] = notices.map { notice($0) } }
        return copy
    }

    private mutating func article(_ article: Article) -> Copy.Article {
        var copy = article.copy
        copy.id = unique(copy.id)
        copy.photos = article.photos.map { photo($0, of: copy) }
        warnings += article.warnings
        if let rank = copy.rank, !Self.ranks.contains(rank) {
            errors.append(.error(at: copy.place, "the rank of “\(copy.title)” has to be from 1 to 99, not \(rank)"))
        }
        return copy
    }

    /// An id that no other article has: one that is taken gets a number.
    private mutating func unique(_ id: String) -> String {
        let name = id.isEmpty ? "article" : id
        var own = name, number = 2
        while !ids.insert(own).inserted {
            own = "\(name)-\(number)"
            number += 1
        }
        return own
    }

    private mutating func photo(_ photo: Photo, of article: Copy.Article) -> Copy.Photo {
        func fraction(_ number: Double) -> Double { number.isNaN ? 0.5 : min(1, max(0, number)) }
        return Copy.Photo(
            file: photo.picture.flatMap { path(of: $0, at: article.place) }, caption: photo.caption,
            credit: photo.credit, after: max(0, photo.paragraphsBefore),
            focus: .init(x: fraction(photo.focus.x), y: fraction(photo.focus.y)), place: article.place)
    }

    private mutating func path(of picture: Picture, at place: SourcePlace) -> String? {
        do {
            return try files.path(of: picture)
        } catch {
            errors.append(.error(at: place, "\(error)"))
            return nil
        }
    }

    private mutating func notice(_ notice: Notice) -> Copy.Notice {
        let rows: Copy.Notice.Rows =
            switch notice.rows {
            case .last(let count): .foot(count)
            case .range(let range): .span(range)
            }
        let first =
            switch rows {
            case .foot(let count): count
            case .span(let range): range.lowerBound
            }
        let content: Copy.Notice.Content =
            switch notice.content {
            case .picture(let picture): .image(path(of: picture, at: .none) ?? "")
            case .article(let article): .text(self.article(article))
            }
        if first < 1 || (notice.columns?.lowerBound ?? 1) < 1 {
            errors.append(.error(at: nil, "rows and columns of a notice count from 1"))
        }
        return Copy.Notice(
            columns: notice.columns, rows: rows, content: content, isFramed: notice.isFramed, place: .none)
    }
}

extension SourcePlace {
    /// The place of a part of an edition that no file names.
    static let none = SourcePlace(file: "")
}

extension Edition {
    init(_ read: Reported<Copy.Edition>) {
        copy = read.value
        fillers = copy.fillers.map { Article($0) }
        if let allotment = copy.allotment {
            pages = .automatic(AutomaticPages(allotment))
        } else {
            pages = .listed(copy.pages.filter { $0.half != .right }.map(Page.init))
        }
        (copy.pages, copy.allotment, copy.fillers) = ([], nil, [])
        warnings = read.diagnostics
    }
}

extension Edition.Page {
    init(_ page: EditionPage) {
        self.init(
            layout: page.layout, section: page.section, editors: page.editors,
            articles: page.articles.map { Article($0) }, notices: page.notices.map(Notice.init),
            isSpread: page.half == .left, takesOverflow: page.takesOver)
        layoutPlace = page.layoutPlace
    }
}

extension Edition.AutomaticPages {
    init(_ allotment: Allotment) {
        copy = allotment
        articles = allotment.articles.map { Article($0) }
        notices = allotment.notices.mapValues { $0.map(Notice.init) }
        (copy.articles, copy.notices) = ([], [:])
    }
}

extension Notice {
    init(_ notice: Copy.Notice) {
        let content: Content =
            switch notice.content {
            case .image(let file): .picture(.file(file))
            case .text(let article): .article(Article(article))
            }
        let rows: Rows =
            switch notice.rows {
            case .foot(let count): .last(count)
            case .span(let range): .range(range)
            }
        self.init(content, rows, notice.columns, notice.isFramed)
    }
}
