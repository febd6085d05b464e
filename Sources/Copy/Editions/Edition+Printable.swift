public import Diagnostics

extension Edition {
    /// The edition without characters that no page can show, with a warning for each text that has some, at its place.
    ///
    /// The readers of files remove them earlier, at more exact places. This is the door for the texts of programs, and for
    /// any that a reader passes through.
    public var printable: Reported<Edition> {
        let cleaner = TextCleaner()
        var edition = self
        edition.paper = edition.paper.mapValues { cleaner.printable($0, at: place) }
        edition.today = edition.today.mapValues { cleaner.printable($0, at: place) }
        edition.issue = edition.issue.map { cleaner.printable($0, at: place) }
        edition.total = edition.total.map { cleaner.printable($0, at: place) }
        for index in edition.pages.indices { cleaner.clean(&edition.pages[index]) }
        if var allotment = edition.allotment {
            allotment.editors = allotment.editors.map { cleaner.printable($0, at: allotment.place) }
            for index in allotment.sections.indices {
                let section = allotment.sections[index]
                allotment.sections[index].name = cleaner.printable(section.name, at: allotment.place)
                allotment.sections[index].editors = section.editors.map { cleaner.printable($0, at: allotment.place) }
            }
            for index in allotment.articles.indices { cleaner.clean(&allotment.articles[index]) }
            for (page, notices) in allotment.notices { allotment.notices[page] = cleaner.cleaned(notices) }
            edition.allotment = allotment
        }
        for index in edition.fillers.indices { cleaner.clean(&edition.fillers[index]) }
        return Reported(edition, cleaner.reporter.diagnostics)
    }
}

/// Removes unprintable characters from the texts of an edition.
private struct TextCleaner {
    let reporter = Reporter()

    func printable(_ text: String, at place: SourcePlace) -> String {
        guard UnprintableCharacters.occur(in: text) else { return text }
        let clean = UnprintableCharacters.removing(from: text, at: place)
        reporter.report(clean.diagnostics)
        return clean.value
    }

    func clean(_ page: inout EditionPage) {
        let place = page.layoutPlace
        page.section = page.section.map { printable($0, at: place) }
        page.editors = page.editors.map { printable($0, at: place) }
        for index in page.articles.indices { clean(&page.articles[index]) }
        page.notices = cleaned(page.notices)
    }

    func cleaned(_ notices: [Notice]) -> [Notice] {
        notices.map { notice in
            guard case .text(var article) = notice.content else { return notice }
            clean(&article)
            var notice = notice
            notice.content = .text(article)
            return notice
        }
    }

    func clean(_ article: inout Article) {
        let place = article.place
        article.title = printable(article.title, at: place)
        article.kicker = article.kicker.map { printable($0, at: place) }
        article.deck = article.deck.map { printable($0, at: place) }
        article.byline = article.byline.map { printable($0, at: place) }
        article.section = article.section.map { printable($0, at: place) }
        for index in article.photos.indices {
            let photo = article.photos[index]
            article.photos[index].caption = printable(photo.caption, at: photo.place)
            article.photos[index].credit = photo.credit.map { printable($0, at: photo.place) }
        }
        for index in article.body.indices {
            switch article.body[index] {
            case .paragraph(let paragraph): cleaned(paragraph).map { article.body[index] = .paragraph($0) }
            case .quote(let paragraph): cleaned(paragraph).map { article.body[index] = .quote($0) }
            case .listItem(let marker, let paragraph):
                cleaned(paragraph).map { article.body[index] = .listItem(marker: marker, $0) }
            case .subhead(let lines, let place):
                guard lines.contains(where: { UnprintableCharacters.occur(in: $0) }) else { continue }
                article.body[index] = .subhead(lines.map { printable($0, at: place) }, place: place)
            }
        }
    }

    /// The paragraph without unprintable characters, its marks moved with its text; nil if there are none.
    private func cleaned(_ paragraph: Paragraph) -> Paragraph? {
        guard UnprintableCharacters.occur(in: paragraph.text) else { return nil }
        let clean = printable(paragraph.text, at: paragraph.place)
        guard clean.utf8.count != paragraph.text.utf8.count else { return nil }
        guard !paragraph.marks.isEmpty else { return Paragraph(clean, place: paragraph.place) }
        // Marks count characters: the number of those that remain before each character.
        var before = [0]
        for character in paragraph.text {
            let isLeft = !UnprintableCharacters.removing(from: String(character), at: paragraph.place).value.isEmpty
            before.append(before.last! + (isLeft ? 1 : 0))
        }
        let marks = paragraph.marks.compactMap { mark -> Paragraph.Mark? in
            let last = before.count - 1
            let range = before[min(mark.range.lowerBound, last)]..<before[min(mark.range.upperBound, last)]
            return range.isEmpty ? nil : Paragraph.Mark(mark.kind, range)
        }
        return Paragraph(clean, marks: marks, place: paragraph.place)
    }
}
