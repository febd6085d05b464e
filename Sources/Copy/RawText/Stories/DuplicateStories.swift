internal import Diagnostics

/// Removes duplicate stories: those whose text another story contains from the beginning of a paragraph. The export of
/// a front page contains a teaser beside its story, and only the story must be printed.
///
/// The shorter story is removed with a warning, and its pictures go to the longer one.
enum DuplicateStories {
    /// The least length of a duplicate, in bytes of UTF-8: shorter texts, under some fifteen ideographs, may agree by
    /// chance.
    private static let minBytes = 45

    private struct Text {
        var bytes: [UInt8] = []
        var starts: [Int] = []

        init(_ story: StoryDraft) {
            for block in story.blocks {
                starts.append(bytes.count)
                bytes += block.text.utf8
            }
        }

        /// The hash of the first `minBytes` bytes from a byte on.
        func beginning(at start: Int) -> Int {
            var hasher = Hasher()
            bytes[start..<start + minBytes].withUnsafeBytes { hasher.combine(bytes: $0) }
            return hasher.finalize()
        }

        func contains(_ other: Text) -> Bool {
            guard other.bytes.count <= bytes.count else { return false }
            return starts.contains { start in
                bytes.count - start >= other.bytes.count
                    && bytes[start..<start + other.bytes.count].elementsEqual(other.bytes)
            }
        }
    }

    /// The indices of the stories with a paragraph that has a beginning, by the hash of the beginning. Each story need not
    /// be compared with all others.
    private static func beginnings(of texts: [Text]) -> [Int: [Int]] {
        var beginnings: [Int: [Int]] = [:]
        for (index, text) in texts.enumerated() {
            for start in text.starts where text.bytes.count - start >= minBytes {
                let hash = text.beginning(at: start)
                if beginnings[hash]?.last != index { beginnings[hash, default: []].append(index) }
            }
        }
        return beginnings
    }

    /// The stories without duplicates.
    static func removing(from stories: [StoryDraft], _ reporter: Reporter) -> [StoryDraft] {
        let texts = stories.map(Text.init)
        let beginnings = beginnings(of: texts)
        var kept = stories
        var duplicates: Set<Int> = []
        for index in stories.indices where texts[index].bytes.count >= minBytes {
            let original = beginnings[texts[index].beginning(at: 0), default: []].first { other in
                other != index && !duplicates.contains(other) && texts[other].contains(texts[index])
                    && (texts[other].bytes.count > texts[index].bytes.count || other < index)
            }
            guard let original else { continue }
            duplicates.insert(index)
            for photo in stories[index].photos
            where !kept[original].photos.contains(where: { $0.caption == photo.caption }) {
                kept[original].addFirstPhoto(photo)
            }
            reporter.warning(
                at: stories[index].place,
                "this story is left out: the story at line \(stories[original].place.line) contains its text",
                hints: "if it is a teaser for that story, nothing needs to be done")
        }
        return kept.indices.filter { !duplicates.contains($0) }.map { kept[$0] }
    }
}
