internal import Diagnostics

/// Finds pieces that stand twice in the copy: a story whose words another one holds from a paragraph's beginning on.
/// A front page's teaser is exported beside the story that it teases, and must not be printed next to it.
///
/// The shorter piece is left out and said so; its pictures go to the longer one.
enum RepeatedPiece {
    /// Bytes of text under which two pieces may agree by chance: some fifteen ideographs.
    private static let fewestBytes = 45

    private struct Text {
        var bytes: [UInt8] = []
        var starts: [Int] = []

        init(_ story: StoryDraft) {
            for block in story.blocks {
                starts.append(bytes.count)
                bytes += block.text.utf8
            }
        }

        func holds(_ other: Text) -> Bool {
            guard other.bytes.count <= bytes.count else { return false }
            return starts.contains { start in
                bytes.count - start >= other.bytes.count
                    && bytes[start..<start + other.bytes.count].elementsEqual(other.bytes)
            }
        }
    }

    static func leftOut(of stories: [StoryDraft], _ reporter: Reporter) -> [StoryDraft] {
        let texts = stories.map(Text.init)
        var kept = stories
        var repeats: Set<Int> = []
        for index in stories.indices where texts[index].bytes.count >= fewestBytes {
            let holder = stories.indices.first { other in
                other != index && !repeats.contains(other) && texts[other].holds(texts[index])
                    && (texts[other].bytes.count > texts[index].bytes.count || other < index)
            }
            guard let holder else { continue }
            repeats.insert(index)
            for photo in stories[index].photos
            where !kept[holder].photos.contains(where: { $0.caption == photo.caption }) {
                kept[holder].addFirstPhoto(photo)
            }
            reporter.warning(
                at: stories[index].place,
                "this piece is left out: its words stand in the story at line \(stories[holder].place.line)",
                hints: "nothing is to be done if it is a teaser of that story")
        }
        return kept.indices.filter { !repeats.contains($0) }.map { kept[$0] }
    }
}
