internal import GeneratedCopy

/// What sets the copy of a generated edition apart.
public enum GeneratedCharacter: String, CaseIterable, Sendable {
    /// Of every kind a little.
    case usual
    /// Four long stories, and sixteen short ones.
    case long, short
    /// Five photos, and none.
    case pictures, plain
    /// One story that takes most of the room.
    case giant
    /// All stories of one length and one rank.
    case alike
    /// Titles of five characters, and of forty.
    case shortTitles, longTitles
    /// Full of Latin words; Traditional Chinese; Japanese.
    case mixed, traditional, japanese

    var words: InventedWords {
        switch self {
        case .mixed: .mixed
        case .traditional: .traditional
        case .japanese: .japanese
        default: .simplified
        }
    }

    var language: String {
        switch self {
        case .traditional: "zh-Hant"
        case .japanese: "ja"
        default: "zh-Hans"
        }
    }

    /// How many stories there are.
    func stories(_ usual: Int, most: Int) -> Int {
        switch self {
        case .long: 4
        case .short: most
        case .giant: min(5, most)
        default: usual
        }
    }

    func photos(_ usual: Int) -> Int {
        switch self {
        case .pictures: 5
        case .plain: 0
        case .short, .giant: min(1, usual)
        default: usual
        }
    }

    /// How long each story is, beside the others.
    func weight(_ usual: Double, at index: Int) -> Double {
        switch self {
        case .long: 3 - 0.3 * Double(index)
        case .short: index == 0 ? 2 : 1
        case .giant: index == 0 ? 10 : 1
        case .alike: 1
        default: usual
        }
    }

    func rank(at index: Int) -> Int? { self == .alike && index > 0 ? 3 : nil }

    /// Characters of a title.
    func titleLength(_ usual: ClosedRange<Int>) -> ClosedRange<Int> {
        switch self {
        case .shortTitles: 4...5
        case .longTitles: 36...40
        default: usual
        }
    }
}
