internal import CHyphen
internal import FoundationEssentials

/// The location of the patterns by which Latin words are broken at a line's end (CLREQ 6.1.4): files of libhyphen, such
/// as Debian's package hyphen-en-us installs.
///
/// Words are broken by the patterns of American English, whatever the page's language. Without them no word is broken
/// except at the soft hyphens of the copy.
public struct HyphenationPatterns: Hashable, Sendable {
    /// The folders that are searched for patterns, in order.
    public var folders: [String]

    /// Where systems install libhyphen's patterns: Debian first, then others and their package managers.
    public static let systemFolders = [
        "/usr/share/hyphen", "/usr/local/share/hyphen", "/usr/share/myspell/dicts", "/usr/share/myspell",
        "/opt/homebrew/share/hyphen", "/opt/local/share/hyphen",
    ]

    /// The file's name is the same on all systems.
    public static let fileName = "hyph_en_US.dic"

    public init(folders: [String] = Self.systemFolders) { self.folders = folders }

    /// The path of the patterns in the first folder that has them; nil when none has.
    public var file: String? {
        folders.lazy.map { $0 + "/" + Self.fileName }.first { FileManager.default.isReadableFile(atPath: $0) }
    }

    /// Whether a text has a word that the patterns may break.
    public static func apply(to text: String) -> Bool {
        // A word begins with a letter and ends before the first character that is neither a letter nor a figure.
        var word: [Unicode.Scalar] = []
        for scalar in text.unicodeScalars {
            switch CharacterClass(scalar) {
            case .latin: word.append(scalar)
            case .digit where !word.isEmpty: word.append(scalar)
            default:
                if Hyphenator.isBreakable(word) { return true }
                word.removeAll(keepingCapacity: true)
            }
        }
        return Hyphenator.isBreakable(word)
    }
}

/// Marks the places where Latin words may be broken at a line's end, by libhyphen's patterns (CLREQ 6.1.4).
final class Hyphenator {
    private let patterns: HyphenationPatterns
    private var loaded: UnsafeMutablePointer<HyphenDict>?
    private var isLoaded = false

    /// The fewest letters before a hyphen and after it. A word needs one letter more than both together.
    private static let least = (before: 2, after: 3)
    /// Longer runs of letters are not words.
    private static let longest = 60

    init(_ patterns: HyphenationPatterns = HyphenationPatterns()) { self.patterns = patterns }

    deinit { loaded.map { hnj_hyphen_free($0) } }

    /// Loaded for the first word: reading the patterns takes a few milliseconds, which a page without Latin words saves.
    private var dictionary: UnsafeMutablePointer<HyphenDict>? {
        if !isLoaded { loaded = patterns.file.flatMap { hnj_hyphen_load($0) } }
        isLoaded = true
        return loaded
    }

    /// Marks the places in a text's Latin words.
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
        let letters = cells[word].lazy.map(\.scalar)
        guard Self.isBreakable(letters),
            cells[word].allSatisfy({ $0.utf8.count == 1 && $0.joint == .byClass })
        else { return }
        let places = places(in: letters.map { CChar($0.value | 0x20) })
        for place in places where place >= Self.least.before && word.count - place >= Self.least.after {
            cells[word.lowerBound + place - 1].joint = .hyphen
        }
    }

    /// Whether letters and figures without a gap are a word that may be broken. A word with figures, with capitals
    /// inside or all in capitals is a name or a model number and stays whole.
    fileprivate static func isBreakable(_ word: some Collection<Unicode.Scalar>) -> Bool {
        guard word.count > least.before + least.after, word.count <= longest, let first = word.first else {
            return false
        }
        return isSmallLetter(first.value | 0x20) && word.dropFirst().allSatisfy { isSmallLetter($0.value) }
    }

    private static func isSmallLetter(_ code: UInt32) -> Bool { (0x61...0x7A).contains(code) }

    /// How many letters stand before each place where a word of small letters may be broken.
    private func places(in letters: [CChar]) -> [Int] {
        guard let dictionary else { return [] }
        // libhyphen writes five bytes more than the word has. English has no replacements, so they are not requested.
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
