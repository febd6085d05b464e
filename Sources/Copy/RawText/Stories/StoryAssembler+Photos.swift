internal import Diagnostics

/// The photos of a story: captions and credits, and the story that each belongs to.
extension StoryAssembler {
    /// Assigns a caption between two stories to one of them.
    mutating func assignPhoto(
        _ caption: CreditRule.Caption, _ line: RawLine, _ body: ArraySlice<ClassifiedLine>, _ next: ClassifiedLine?
    ) {
        guard !stories.isEmpty else {
            pendingPhotos.append(photo(caption, line))
            return
        }
        if applyCredit(caption) { return }
        let end = lines[body.endIndex...].firstIndex { $0.role.isDisplay } ?? lines.count
        let textAfter = lines[body.startIndex..<end].map(\.line.text).joined(separator: "\n")
        let (side, isCertain) = PhotoPlacement.side(
            of: caption.text, before: stories[stories.count - 1].text, after: textAfter)
        if !isCertain {
            warn(
                line,
                "this caption is between two stories; its picture goes to the story \(side == .before ? "before" : "after") it",
                hint: "if it belongs to the other story, move the caption below that story's title")
        }
        if side == .before { addPhoto(caption, line) } else { pendingPhotos.append(photo(caption, line)) }
    }

    /// Adds a photo, or the credit of one, to the current story.
    mutating func addPhoto(_ caption: CreditRule.Caption, _ line: RawLine) {
        if !applyCredit(caption) { stories[stories.count - 1].addPhoto(photo(caption, line)) }
    }

    /// Applies a credit without a caption to the photos before it.
    /// - Returns: false if there is a caption, or no photo lacks a credit.
    private mutating func applyCredit(_ caption: CreditRule.Caption) -> Bool {
        guard caption.text.isEmpty, let credit = caption.credit else { return false }
        let isForAll = credit.contains("均") && stories[stories.count - 1].creditAllPhotos(credit)
        return isForAll || stories[stories.count - 1].creditLastPhoto(credit)
    }

    /// The photo of a caption, with a warning if the caption is a guess.
    func photo(_ caption: CreditRule.Caption, _ line: RawLine) -> Photo {
        if caption.isGuess {
            warn(
                line, "this is treated as a caption because the blank lines before it suggest a picture",
                hint: "if it is text, remove the blank lines before it")
        }
        return Photo(file: nil, caption: caption.text, credit: caption.credit, place: line.place(in: source))
    }
}

/// Assigns a picture between two stories to the one that shares more words with its caption.
enum PhotoPlacement {
    enum Side: Hashable { case before, after }

    /// The least difference between the two shares that decides.
    private static let minDifference = 0.15

    /// The side that a caption belongs to, by the pairs of neighbouring characters that it shares with each story. For
    /// Chinese, pairs approximate words.
    /// - Returns: the side, and whether the shares differ enough to decide.
    static func side(of caption: String, before: String, after: String) -> (side: Side, isCertain: Bool) {
        let pairs = pairs(of: caption)
        guard !pairs.isEmpty else { return (.before, false) }
        let shareBefore = share(of: pairs, in: before)
        let shareAfter = share(of: pairs, in: after)
        // In reading order a picture follows its story, so an undecided one goes to the story before it.
        return (
            shareAfter > shareBefore + minDifference ? .after : .before, abs(shareBefore - shareAfter) > minDifference
        )
    }

    private static func share(of pairs: Set<UInt64>, in text: String) -> Double {
        Double(pairs.intersection(Self.pairs(of: text)).count) / Double(pairs.count)
    }

    private static func pairs(of text: String) -> Set<UInt64> {
        var pairs: Set<UInt64> = []
        var last: Unicode.Scalar?
        for scalar in text.unicodeScalars {
            guard scalar.isHan || scalar.properties.isAlphabetic || scalar.isDigit else {
                last = nil
                continue
            }
            if let last { pairs.insert(UInt64(last.value) << 32 | UInt64(scalar.value)) }
            last = scalar
        }
        return pairs
    }
}
