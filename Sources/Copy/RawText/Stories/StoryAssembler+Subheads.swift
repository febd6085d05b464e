internal import Diagnostics

/// Headings that do not open a story.
extension StoryAssembler {
    private static let maxSubheadLines = 2
    /// The greatest length of an unambiguous subhead, in body characters; a longer line may be a piece of a paragraph
    /// cut at the end of a column.
    private static let longestCertainSubhead = 11.0

    /// Adds a run of subheads, with the captions and bylines between them, to the current story.
    mutating func addSubheads(_ run: ArraySlice<ClassifiedLine>) {
        var subhead: [RawLine] = []
        func close(_ stories: inout [StoryDraft]) {
            guard let first = subhead.first else { return }
            stories[stories.count - 1].addSubhead(subhead, place: first.place(in: source))
            subhead = []
        }
        for entry in run {
            switch entry.role {
            case .caption(let caption):
                close(&stories)
                addPhoto(caption, entry.line)
            case .byline(let byline):
                close(&stories)
                assignByline(byline, entry.line, nextIsSigned: true)
            case _
            where subhead.count == Self.maxSubheadLines
                || !subhead.isEmpty && isParagraphPiece(entry.line, below: subhead[0]):
                close(&stories)
                warn(
                    entry.line, "this short line is treated as text because a subhead precedes it",
                    hint: "put it on one line with the rest of its paragraph")
                addText(ClassifiedLine(line: entry.line, role: .prose))
            default:
                subhead.append(entry.line)
                if entry.role == .heading(score: HeadingScore.threshold) || entry.line.ems > Self.longestCertainSubhead
                {
                    warn(
                        entry.line, "this short line is treated as a subhead",
                        hint: "if it is part of a paragraph, put it on one line with the rest")
                }
            }
        }
        close(&stories)
    }

    /// Whether a line below a subhead does not belong to it: its gap is not narrow, in copy where the lines of a
    /// heading have narrow gaps, or below a number that begins a complete heading.
    private func isParagraphPiece(_ line: RawLine, below subhead: RawLine) -> Bool {
        let isNumbered = ListMarker(subhead.scalars)?.number != nil
        return (conventions.hasTightLines || isNumbered) && !conventions.isTight(line.gap)
            && ListMarker(line.scalars)?.number == nil
    }

    /// Adds short lines at the end of the copy as text: the office that signs a notice, a date. No text follows, so
    /// they are not headings.
    mutating func addLastLines(_ run: ArraySlice<ClassifiedLine>) {
        warn(
            run.first!.line, "this line has no text below it, so it is treated as text and not as a title",
            hint: "if it is a title, its story is missing")
        for entry in run {
            stories[stories.count - 1].addVerse([entry.line], place: entry.line.place(in: source))
        }
    }
}
