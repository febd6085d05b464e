internal import Copy
internal import Diagnostics
internal import GeneratedCopy
internal import TestSupport

/// The greatest length of a seed, in characters: short copy shows the same faults sooner.
private let longestSeed = 1500

extension FuzzedReader {
    /// The decoder: no unprintable character remains, and its output decodes to itself.
    static func decoder() throws -> FuzzedReader {
        let utf16 = { (text: String, order: (UInt16) -> [UInt8]) in text.utf16.flatMap(order) }
        let text = "江边晨雾\r\n本报讯（记者 王明）𬭎、𬺈、䶮\tGDP１２．５％\u{FE0E}👍🏽e\u{301}"
        let seeds: [[UInt8]] = [
            Array(text.utf8), [0xEF, 0xBB, 0xBF] + Array(text.utf8),
            [0xFF, 0xFE] + utf16(text) { [UInt8($0 & 255), UInt8($0 >> 8)] },
            [0xFE, 0xFF] + utf16(text) { [UInt8($0 >> 8), UInt8($0 & 255)] },
            // GB18030 with characters of one, two and four bytes.
            [177, 190, 177, 168, 209, 182, 10, 214, 208, 206, 196, 0xFE, 0x59, 0x95, 0x34, 0xA8, 0x30],
            [0x84, 0x31, 0x95, 0x33, 177, 190, 0x99, 0x33, 0xA9, 0x32],
        ]
        let words = [
            "\u{202E}", "\u{200B}", "\u{FFFD}", "\u{FEFF}", "\u{7}", "\u{2FD5}", "\u{F90A}", "\u{E815}", "\u{FFFF}",
        ]
        return FuzzedReader(name: "decoder", isText: false, seeds: seeds, words: words) { input, _ in
            guard let read = try accepted({ try CopyDecoder.decode(input, file: "a.txt") }) else { return [] }
            let source = read.value
            let again = try CopyDecoder.decode(Array(source.lines.joined(separator: "\n").utf8), file: "a.txt")
            let isUnchanged =
                again.value.lines.map { Array($0.unicodeScalars) } == source.lines.map { Array($0.unicodeScalars) }
            return misplaced(read.diagnostics, in: source) + (isUnchanged ? [] : ["its own output is read differently"])
        }
    }

    /// The raw copy reader: each letter and figure is in a story, or a warning says that it is not; and imported
    /// stories read back equal.
    static func rawCopy() throws -> FuzzedReader {
        let files = ["seeds/jiangjin-2023-06-21/copy/front.txt", "seeds/qingdu-2024-09-14/copy/market.txt"]
        let written = try files.map { String(try Checkout.text(of: $0).prefix(longestSeed)) }
        let generated = (0..<24).map {
            String(GeneratedCopy(seed: $0).source.lines.joined(separator: "\n").prefix(longestSeed))
        }
        let words = [
            "（记者 王明）", "本报讯", "新华社北京6月20日电", "记者 李静 摄", "（资料图片）", "图为", "□", "——", "1.", "（一）", "①", "•", "\n\n", "\n",
            "　　", "\t", "***", "。", "“", "”", "：", "（", "）", "文/图", "（完）", "？", "……", " ", "e\u{301}", "\u{FE0F}",
        ]
        return FuzzedReader(
            name: "raw", isText: true, seeds: (written + generated).map { Array($0.utf8) }, words: words
        ) {
            input, _ in
            guard let source = try accepted({ try CopyDecoder.decode(input, file: "a.txt") })?.value else { return [] }
            let read = RawCopyReader().read(source)
            var faults = misplaced(read.diagnostics, in: source)
            let isCut = read.diagnostics.contains { $0.message.hasPrefix("this story is left out") }
            if !isCut, letters(source.lines.joined()) != letters(read.value.map(words(of:)).joined()) {
                faults.append("words are lost or added")
            }
            return faults + read.value.compactMap(roundTripFault)
        }
    }

    /// The Markdown reader: stories that are written and read again are equal.
    static func markdown() throws -> FuzzedReader {
        let names = ["bridge", "essay", "poem", "kiln", "photo-lead", "lost-brief"]
        var seeds = try names.map {
            String(try Checkout.text(of: "seeds/qingdu-2024-09-14/copy/\($0).md").prefix(longestSeed))
        }
        seeds.append(
            "---\ntitle: 甲\nphotos:\n  - {file: a.jpg, caption: 乙, focus: [0.5, 0.4], after: 1}\n---\n\n1. 一\n2. **二**\n\n- 丙\\\n  丁\n\n> 戊\n\n## 己\n## 庚\n\n[辛](x) *壬* &amp; `癸`\n"
        )
        let words = [
            "---\n", "title: ", "kicker: ", "deck: ", "byline: ", "photos:\n  - file: ", "rank: 1\n", "## ", "# ", "> ",
            "- ", "1. ",
            "**", "*", "_", "`", "\\\n", "\\", "```\n", "<b>", "</b>", "&lt;", "&#0;", "![", "](a)", "|", "\n\n", "\n",
            "    ", "<!--", "-->",
            "***", "~~", "{", "\"", "'", "|-\n", "[^1]", "http://a.b", "。", "“", "　",
        ]
        return FuzzedReader(name: "markdown", isText: true, seeds: seeds.map { Array($0.utf8) }, words: words) {
            input, _ in
            guard let source = try accepted({ try CopyDecoder.decode(input, file: "a.md") })?.value else { return [] }
            do {
                let read = try MarkdownReader().read(source)
                return misplaced(read.diagnostics, in: source) + [roundTripFault(read.value)].compactMap { $0 }
            } catch let error as DiagnosticsError {
                return misplaced(error.diagnostics, in: source)
            }
        }
    }

    /// The result of a reader; nil if it rejects the input.
    static func accepted<Value>(_ read: () throws -> Value) throws -> Value? {
        do { return try read() } catch is DiagnosticsError { return nil }
    }

    /// The first difference between a story and the story that is read back after writing; nil if they are equal.
    private static func roundTripFault(_ article: Article) -> String? {
        let text = MarkdownWriter().text(of: article)
        let again: Article
        do {
            again = try MarkdownReader().read(SourceText(file: article.place.file, text: text)).value.unplaced
        } catch {
            return "its own output is rejected: \(error)"
        }
        let article = article.unplaced
        if again == article { return nil }
        let pair = zip(article.body, again.body).first { $0 != $1 }
        return pair.map { "\($0)\nis read back as\n\($1)" } ?? "\(article)\nis read back as\n\(again)"
    }

    private static func words(of article: Article) -> String {
        let parts = [article.title, article.kicker, article.deck, article.byline].compactMap { $0 }
        return (parts + article.photos.map { $0.caption + ($0.credit ?? "") } + article.body.map(\.words)).joined()
    }

    private static func letters(_ text: String) -> [Unicode.Scalar] {
        text.unicodeScalars.filter { $0.properties.isAlphabetic || $0.properties.numericType != nil }.sorted()
    }
}

extension Block {
    fileprivate var words: String {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text
        case .subhead(let lines, _): lines.joined()
        case .listItem(let marker, let paragraph): marker + paragraph.text
        }
    }

    fileprivate var unplaced: Block {
        let nowhere = SourcePlace(file: "")
        func bare(_ paragraph: Paragraph) -> Paragraph {
            Paragraph(paragraph.text, marks: paragraph.marks, place: nowhere)
        }
        return switch self {
        case .paragraph(let paragraph): .paragraph(bare(paragraph))
        case .quote(let paragraph): .quote(bare(paragraph))
        case .subhead(let lines, _): .subhead(lines, place: nowhere)
        case .listItem(let marker, let paragraph): .listItem(marker: marker, bare(paragraph))
        }
    }
}

extension Article {
    /// The story without its places, for comparisons between files.
    fileprivate var unplaced: Article {
        var article = self
        (article.id, article.place) = ("", SourcePlace(file: ""))
        article.body = body.map(\.unplaced)
        for index in photos.indices { article.photos[index].place = SourcePlace(file: "") }
        return article
    }
}
