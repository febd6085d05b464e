internal import Diagnostics

/// Headings that open no story.
extension StoryAssembler {
    private static let mostSubheadLines = 2
    /// Characters of a subhead; a longer line may be where an old column's end cut a paragraph.
    private static let usualSubhead = 11.0

    mutating func takeSubheads(_ run: ArraySlice<ReadLine>) {
        var subhead: [RawLine] = []
        func close(_ stories: inout [StoryDraft]) {
            guard let first = subhead.first else { return }
            stories[stories.count - 1].addSubhead(subhead, place: first.place(in: source))
            subhead = []
        }
        for read in run {
            switch read.role {
            case .caption(let words):
                close(&stories)
                addPhoto(words, read.line)
            case .byline(let byline):
                close(&stories)
                sign(byline, read.line, nextIsSigned: true)
            case _
            where subhead.count == Self.mostSubheadLines || !subhead.isEmpty && isPiece(read.line, under: subhead[0]):
                close(&stories)
                warn(
                    read.line, "this short line is taken as text, for a subhead stands over it",
                    hint: "put it in one line with what it belongs to")
                takeText(ReadLine(line: read.line, role: .prose))
            default:
                subhead.append(read.line)
                if read.role == .heading(score: HeadingScore.threshold) || read.line.ems > Self.usualSubhead {
                    warn(
                        read.line, "this short line is taken as a subhead",
                        hint: "put it in one line with what it belongs to if it is a piece of a paragraph")
                }
            }
        }
        close(&stories)
    }

    /// Whether a line under a subhead is none of it: it stands apart, in copy that sets the lines of a heading tight, or
    /// under a number that leads the whole of its heading.
    private func isPiece(_ line: RawLine, under subhead: RawLine) -> Bool {
        let isNumbered = ListMarker(subhead.scalars)?.number != nil
        return (habits.setsTight || isNumbered) && !habits.isTight(line.gap) && ListMarker(line.scalars)?.number == nil
    }

    /// Short lines under everything: an office that signs a notice, a day. No text stands under them, so they head none.
    mutating func takeLastLines(_ run: ArraySlice<ReadLine>) {
        warn(
            run.first!.line, "nothing stands under this line, so it is taken as text",
            hint: "if it is a title, its story is missing")
        for read in run {
            stories[stories.count - 1].addVerse([read.line], place: read.line.place(in: source))
        }
    }
}
