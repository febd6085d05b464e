internal import Diagnostics
internal import MarkedYAML

/// Reads the fillers (补白) of an edition, which fill the space of pages that are short of copy.
///
///     fillers:
///       - {title: 新闻热线, text: 欢迎读者提供线索……}      # a house notice, in a frame
///       - {quote: 路修通以后，桃子跑得比人还快。}          # a pull quote
///       - {image: lotus.jpg, caption: 荷花初放, credit: 廖洋 摄}
struct FillerReader {
    let folder: EditionFolder
    let reporter: Reporter

    func fillers(_ keys: MappingReader) -> [Article] { keys.list("fillers").compactMap(filler) }

    private func filler(_ node: YAMLNode) -> Article? {
        let keys = MappingReader(node, as: "a filler", reporter)
        defer { keys.finish() }
        let title = keys.text("title"), text = keys.text("text"), quote = keys.text("quote")
        let image = keys.text("image"), caption = keys.text("caption"), credit = keys.text("credit")
        let kinds = [title != nil || text != nil, quote != nil, image != nil].filter(\.self).count
        guard kinds == 1 else {
            reporter.error(
                at: keys.place, kinds == 0 ? "the filler is empty" : "a filler is a text, a quote or a picture",
                hints: "write “title: …” and “text: …”, or “quote: …”, or “image: lotus.jpg” and “caption: …”")
            return nil
        }
        var article = Article(id: "filler-\(keys.place.line)", title: title ?? "", place: keys.place)
        article.body = paragraphs(text, keys).map(Block.paragraph) + paragraphs(quote, keys).map(Block.quote)
        if let image {
            let place = keys.node("image")?.place ?? keys.place
            guard let path = folder.photoPath(image, at: place, reporter) else { return nil }
            article.photos = [Photo(file: path, caption: caption ?? "", credit: credit, place: place)]
        }
        return article
    }

    /// The paragraphs of a text: line breaks separate them.
    private func paragraphs(_ text: String?, _ keys: MappingReader) -> [Paragraph] {
        (text ?? "").split(whereSeparator: \.isNewline).filter { !$0.allSatisfy(\.isWhitespace) }
            .map { Paragraph(String($0.drop(while: \.isWhitespace)), place: keys.place) }
    }
}
