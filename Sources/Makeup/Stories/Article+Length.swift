internal import Copy

extension Article {
    /// The story as an editor would cut or extend it: characters are removed at its end, or its paragraphs are
    /// repeated.
    ///
    /// - Parameter characters: the number of characters to add; negative to remove.
    func resized(by characters: Int) -> Article {
        var article = self
        if characters < 0 {
            article.body.cut(-characters)
        } else if let index = body.lastIndex(where: \.isParagraph), case .paragraph(var paragraph) = body[index] {
            let words = body.compactMap { if case .paragraph(let paragraph) = $0 { paragraph.text } else { nil } }
                .joined()
            guard !words.isEmpty else { return self }
            var more = ""
            while more.count < characters { more += words }
            paragraph.text += more.prefix(characters)
            article.body[index] = .paragraph(paragraph)
        }
        return article
    }
}

extension [Block] {
    fileprivate mutating func cut(_ characters: Int) {
        var rest = characters
        while rest > 0, let last = last {
            guard case .paragraph(var paragraph) = last, paragraph.text.count > rest else {
                rest -= last.characters
                removeLast()
                continue
            }
            paragraph.text = String(paragraph.text.dropLast(rest))
            let count = paragraph.text.count
            paragraph.marks = paragraph.marks.filter { $0.range.upperBound <= count }
            self[endIndex - 1] = .paragraph(paragraph)
            return
        }
    }
}

extension Block {
    fileprivate var isParagraph: Bool { if case .paragraph = self { true } else { false } }
}

extension Block {
    /// The number of Unicode scalars in the block: an estimate of its characters that is fast to compute.
    var codes: Int {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text.codes
        case .listItem(let marker, let paragraph): marker.codes + paragraph.text.codes
        case .subhead(let lines, _): lines.reduce(0) { $0 + $1.codes }
        }
    }

    /// The number of characters in the block.
    var characters: Int {
        switch self {
        case .paragraph(let paragraph), .quote(let paragraph): paragraph.text.count
        case .listItem(let marker, let paragraph): marker.count + paragraph.text.count
        case .subhead(let lines, _): lines.map(\.count).reduce(0, +)
        }
    }
}

extension String {
    /// The number of Unicode scalars, counted as the bytes that begin one.
    fileprivate var codes: Int {
        utf8.withContiguousStorageIfAvailable { $0.count { !UTF8.isContinuation($0) } } ?? unicodeScalars.count
    }
}
