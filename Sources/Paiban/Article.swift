internal import Copy
internal import Diagnostics

/// A story: a headline, a text and photos.
///
///     let lead = try Article(title: "黄桃熟了", body: "本报讯（记者 李群）6月20日，沿江村的黄桃熟了。", rank: 1)
///
/// The text is Markdown: an empty line separates paragraphs; `##` makes a subhead, `>` a pull quote, `**…**` bold type,
/// `*…*` emphasis dots; lists are lists; a line that ends with a backslash is broken there. A dateline (本报讯) and the
/// reporters in brackets after it are recognised.
public struct Article: Hashable, Sendable {
    /// The article without its photos.
    var copy: Copy.Article
    /// The photos, in the order in which they are wanted.
    public var photos: [Photo]
    /// The warnings of reading it.
    var warnings: [Diagnostics.Diagnostic] = []

    /// Creates an article from its parts.
    ///
    /// - Parameters:
    ///   - title: the main headline (主题); a line break requests one in print. Empty for an article without a headline.
    ///   - body: the text in Markdown, without a title.
    ///   - id: identifies the article in layouts, dummies and diagnostics. In an edition, ids that are used twice are
    ///     numbered.
    ///   - kicker: the line above the headline (引题, 肩题).
    ///   - deck: the line below the headline (副题).
    ///   - byline: the authors' line, when it is a line of its own.
    ///   - rank: the importance, from 1 for the page's lead to 99; nil leaves the choice to makeup.
    ///   - section: the section of the paper (要闻, 副刊), for pages that are allotted automatically.
    ///   - photos: the photos.
    /// - Throws: ``EditionError`` if the body has a title, or a picture within the text.
    public init(
        title: String, body: String = "", id: String = "article", kicker: String? = nil, deck: String? = nil,
        byline: String? = nil, rank: Int? = nil, section: String? = nil, photos: [Photo] = []
    ) throws {
        // A title of its own keeps the reader from asking for one. Errors name the body's lines.
        let read = try EditionError.translating {
            try MarkdownReader().read(SourceText(file: id, text: body), title: title)
        }
        self.init(read.value, warnings: read.diagnostics)
        copy.id = id
        copy.kicker = kicker
        copy.deck = deck
        copy.byline = byline
        copy.rank = rank
        copy.section = section
        self.photos = photos
    }

    /// Reads an article in Markdown, with its title and other keys between two lines of three dashes at the top, as the
    /// copy files of an edition's folder have them. The photos that it names are paths.
    ///
    /// - Throws: ``EditionError`` with everything that is wrong with it.
    public init(markdown: String, id: String = "article") throws {
        let read = try EditionError.translating { try MarkdownReader().read(SourceText(file: id, text: markdown)) }
        self.init(read.value, warnings: read.diagnostics)
        copy.id = id
    }

    /// Finds the articles of raw copy: the text export of another system, which has nothing but lines.
    ///
    /// - Parameters:
    ///   - text: the copy; lines are separated by line breaks.
    ///   - id: the articles are called `id-1`, `id-2` and so on.
    /// - Returns: the articles in their order. What is doubtful is among the diagnostics of the edition that they are
    ///   composed for.
    public static func articles(inRawCopy text: String, id: String = "copy") -> [Article] {
        let source = UnprintableCharacters.removing(from: SourceText(file: id, text: text))
        let read = RawCopyReader().read(source.value)
        var articles = read.value.enumerated().map { number, article in
            var article = Article(article)
            article.copy.id = "\(id)-\(number + 1)"
            return article
        }
        if !articles.isEmpty { articles[0].warnings = source.diagnostics + read.diagnostics }
        return articles
    }

    init(_ article: Copy.Article, warnings: [Diagnostics.Diagnostic] = []) {
        copy = article
        copy.photos = []
        photos = article.photos.map(Photo.init)
        self.warnings = warnings
    }

    /// Identifies the article in layouts, dummies and diagnostics.
    public var id: String {
        get { copy.id }
        set { copy.id = newValue }
    }

    /// The main headline (主题); empty for an article without one.
    public var title: String {
        get { copy.title }
        set { copy.title = newValue }
    }

    /// The line above the headline (引题, 肩题).
    public var kicker: String? {
        get { copy.kicker }
        set { copy.kicker = newValue }
    }

    /// The line below the headline (副题).
    public var deck: String? {
        get { copy.deck }
        set { copy.deck = newValue }
    }

    /// The authors' line, when it is a line of its own.
    public var byline: String? {
        get { copy.byline }
        set { copy.byline = newValue }
    }

    /// The importance, from 1 for the page's lead to 99; nil leaves the choice to makeup.
    public var rank: Int? {
        get { copy.rank }
        set { copy.rank = newValue }
    }

    /// The section of the paper, for pages that are allotted automatically.
    public var section: String? {
        get { copy.section }
        set { copy.section = newValue }
    }

    /// The number of the page on which the article may continue when its own page cannot hold it (下转第2版).
    public var jump: Int? {
        get { copy.jump }
        set { copy.jump = newValue }
    }
}

extension Photo {
    init(_ photo: Copy.Photo) {
        self.init(
            photo.file.map(Picture.file), caption: photo.caption, credit: photo.credit,
            focus: Focus(x: photo.focus.x, y: photo.focus.y), paragraphsBefore: photo.after)
    }
}
