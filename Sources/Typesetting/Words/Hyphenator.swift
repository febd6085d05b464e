internal import CHyphen

/// Where English words may be broken at a line's end, by libhyphen's patterns (CLREQ 6.1.4).
///
/// Without the patterns on the machine no word is broken but at the soft hyphens of the copy.
final class Hyphenator {
    private var opened: UnsafeMutablePointer<HyphenDict>?
    private var isOpened = false

    /// Debian's hyphen-en-us.
    private static let patterns = "/usr/share/hyphen/hyph_en_US.dic"
    /// Letters that have to stand before a hyphen and behind it; a word has to have both and one more.
    private static let least = (before: 2, behind: 3)
    /// Longer runs of letters are no words.
    private static let longest = 60

    init() {}

    deinit { opened.map { hnj_hyphen_free($0) } }

    /// Read at the first word: the patterns take a few milliseconds that a page without Latin need not pay.
    private var dictionary: UnsafeMutablePointer<HyphenDict>? {
        if !isOpened { opened = hnj_hyphen_load(Self.patterns) }
        isOpened = true
        return opened
    }

    /// Marks the places in a text's Latin words. A word with figures, with capitals inside or all in capitals is a name
    /// or a model's number and stays whole.
    func mark(_ shaped: inout ShapedText) {
        var first = 0
        while first < shaped.cells.count {
            guard shaped.cells[first].kind == .latin else {
                first += 1
                continue
            }
            var end = first
            while end < shaped.cells.count, shaped.cells[end].kind == .latin || shaped.cells[end].kind == .digit {
                end += 1
            }
            mark(first..<end, &shaped.cells)
            first = end
        }
    }

    private func mark(_ word: Range<Int>, _ cells: inout [Cell]) {
        guard word.count > Self.least.before + Self.least.behind, word.count <= Self.longest else { return }
        var letters: [CChar] = []
        for index in word {
            let letter = cells[index].scalar.value
            let isCapital = (0x41...0x5A).contains(letter)
            guard isCapital && index == word.lowerBound || (0x61...0x7A).contains(letter), cells[index].utf8.count == 1,
                cells[index].joint == .byClass
            else { return }
            letters.append(CChar(letter | 0x20))
        }
        for place in places(in: letters) where place >= Self.least.before && word.count - place >= Self.least.behind {
            cells[word.lowerBound + place - 1].joint = .hyphen
        }
    }

    /// How many letters stand before each place where a word may be broken.
    private func places(in letters: [CChar]) -> [Int] {
        guard let dictionary else { return [] }
        // libhyphen asks for five bytes more than the word has. Replacements, which English has none of, are not asked for.
        var marks = [CChar](repeating: 0, count: letters.count + 5)
        var replacements: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?
        var positions: UnsafeMutablePointer<Int32>?
        var cuts: UnsafeMutablePointer<Int32>?
        let word = letters + [0]
        guard
            hnj_hyphen_hyphenate2(dictionary, word, Int32(letters.count), &marks, nil, &replacements, &positions, &cuts)
                == 0
        else { return [] }
        return letters.indices.dropLast().filter { marks[$0] & 1 == 1 }.map { $0 + 1 }
    }
}
