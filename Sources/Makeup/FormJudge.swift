internal import Typesetting

/// The less common forms that a story may take. Which of them it does take is the planner's choice, by cost.
public struct StoryForms: OptionSet, Hashable, Sendable {
    public let rawValue: Int
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// The headline at the left of the legs.
    public static let besideHeadline = StoryForms(rawValue: 1)
}

/// Judges which stories of a page may take a less common form. Such forms give a page variety as long as they are few,
/// and the planner weighs one story at a time; so how many a page may have is decided here.
struct FormJudge {
    /// Headlines beside their text are for small stories: from this rank on, and up to so many lines.
    private static let besideRank = 3
    private static let besideLines = 30

    func forms(of stories: [Story]) -> [StoryForms] {
        stories.map { story in
            var forms: StoryForms = []
            if story.rank >= Self.besideRank, story.pictures.isEmpty, story.body.best.rows <= Self.besideLines {
                forms.insert(.besideHeadline)
            }
            return forms
        }
    }
}
