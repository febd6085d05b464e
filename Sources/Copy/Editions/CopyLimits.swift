public import Diagnostics

/// How much copy an edition, a file and a story may have.
///
/// The limits are several times what a newspaper prints. Beyond them the copy is of a wrong kind, or a program made it,
/// and makeup would take minutes and gigabytes.
public enum CopyLimits {
    /// The most bytes of copy in an edition. 64 broadsheet pages have 2 MB; of this size, an edition takes 2 s and 400 MB.
    public static let mostBytes = 8 << 20
    /// The most lines of a file. 64 broadsheet pages have 20,000 paragraphs.
    static let mostLines = 200_000
    /// The most pages of an edition that lists them. The thickest newspapers had a thousand, once.
    static let mostPages = 1_000
    /// The most characters of a text for the furniture, such as the paper's name or a page's section.
    static let mostFurnitureCharacters = 2_000
    /// The most stories of an edition. 64 full pages have 1,000.
    static let mostStories = 5_000
    /// The most photos of a story. A page of pictures has 20.
    static let mostPhotos = 200
    /// The most characters of a title, kicker, deck, byline, subhead, caption or credit. The longest headlines have 100.
    static let mostDisplayCharacters = 10_000
    /// The most characters of a paragraph. A broadsheet page has 9,000. A character takes half a kilobyte while its
    /// paragraph is broken into lines.
    static let mostParagraphCharacters = 200_000

    /// - Throws: `DiagnosticsError` if the text has too many lines.
    static func check(_ source: SourceText) throws {
        guard source.lines.count > mostLines else { return }
        throw DiagnosticsError([
            .error(
                at: source.place(line: mostLines + 1),
                "the file has \(source.lines.count) lines, and at most \(mostLines) are read",
                hints: "is it the right file? A long text can be divided into several files")
        ])
    }

    /// The errors of stories, photos and texts that exceed the limits.
    public static func errors(in edition: Edition) -> [Diagnostic] {
        let stories = edition.pages.flatMap(\.articles) + (edition.allotment?.articles ?? [])
        let notices = edition.pages.flatMap(\.notices) + (edition.allotment?.notices.values.flatMap(\.self) ?? [])
        var errors: [Diagnostic] = []
        if stories.count > mostStories {
            errors.append(
                .error(
                    at: stories[mostStories].place,
                    "the edition has \(stories.count) stories, and at most \(mostStories) can be placed",
                    hints: "leave copy out, or make two editions"))
        }
        if edition.pages.count > mostPages {
            errors.append(
                .error(
                    at: edition.pages[mostPages].layoutPlace,
                    "the edition has \(edition.pages.count) pages, and at most \(mostPages) can be made",
                    hints: "make several editions"))
        }
        let texts =
            (edition.paper.values.sorted() + edition.today.values.sorted()).map {
                ("a text of the paper or the day", $0)
            }
            + [("the issue", edition.issue), ("the total", edition.total)].compactMap { what, text in
                text.map { (what, $0) }
            }
        for (what, text) in texts { check(text, what, most: mostFurnitureCharacters, edition.place, &errors) }
        for page in edition.pages {
            check(page.section, "the section", most: mostFurnitureCharacters, page.layoutPlace, &errors)
            check(page.editors, "the line of editors", most: mostFurnitureCharacters, page.layoutPlace, &errors)
        }
        if let allotment = edition.allotment {
            check(allotment.editors, "the line of editors", most: mostFurnitureCharacters, allotment.place, &errors)
            for section in allotment.sections {
                check(section.name, "the section", most: mostFurnitureCharacters, allotment.place, &errors)
                check(section.editors, "the line of editors", most: mostFurnitureCharacters, allotment.place, &errors)
            }
        }
        for story in stories + edition.fillers { errors += self.errors(in: story) }
        for case .text(let article) in notices.map(\.content) { errors += self.errors(in: article) }
        return errors
    }

    private static func check(
        _ text: String?, _ what: String, most: Int, _ place: SourcePlace, _ errors: inout [Diagnostic]
    ) {
        // A character has at least one byte.
        guard let text, text.utf8.count > most, text.count > most else { return }
        errors.append(
            .error(
                at: place, "\(what) has \(text.count) characters, and at most \(most) can be typeset",
                hints: "is a line end, a quotation mark or a key missing?"))
    }

    private static func errors(in story: Article) -> [Diagnostic] {
        var errors: [Diagnostic] = []
        func check(_ text: String?, _ what: String, most: Int, _ place: SourcePlace) {
            self.check(text, what, most: most, place, &errors)
        }
        for (text, what) in [
            (story.title, "the title"), (story.kicker, "the kicker"), (story.deck, "the deck"),
            (story.byline, "the byline"),
        ] { check(text, what, most: mostDisplayCharacters, story.place) }
        check(story.section, "the section", most: mostFurnitureCharacters, story.place)
        for block in story.body {
            switch block {
            case .paragraph(let paragraph), .quote(let paragraph), .listItem(_, let paragraph):
                check(paragraph.text, "the paragraph", most: mostParagraphCharacters, paragraph.place)
            case .subhead(let lines, let place):
                for line in lines { check(line, "the subhead", most: mostDisplayCharacters, place) }
            }
        }
        for photo in story.photos {
            check(photo.caption, "the caption", most: mostDisplayCharacters, photo.place)
            check(photo.credit, "the credit", most: mostDisplayCharacters, photo.place)
        }
        if story.photos.count > mostPhotos {
            errors.append(
                .error(
                    at: story.photos[mostPhotos].place,
                    "the story “\(story.title.prefix(40))” has \(story.photos.count) photos, and at most \(mostPhotos) can be placed",
                    hints: "give the photos to several stories"))
        }
        return errors
    }
}
