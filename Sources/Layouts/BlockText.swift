import Diagnostics
import MarkedYAML

/// A text that stands as lines under a “|”, with the place of every line: YAML's own node knows only the bar's.
struct BlockText {
    var lines: [(text: String, place: SourcePlace)]

    /// Nil, with an error, when the value is no such text.
    init?(_ node: YAMLNode, key: String, in sources: [String: SourceText], _ reporter: Reporter) {
        guard let text = node.text, let source = sources[node.place.file] else {
            reporter.error(
                at: node.place, "“\(key)” has to be lines of text, this is \(node.kind)",
                hints: "write “\(key): |” and the lines under it, indented")
            return nil
        }
        lines = []
        for (offset, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let number = node.place.line + 1 + offset
            let place = source.place(line: number)
            guard let written = place.excerpt, written.hasSuffix(line) else {
                if line.isEmpty { continue }
                reporter.error(
                    at: node.place, "“\(key)” has to stand as lines under a bar",
                    hints: "write “\(key): |” and the lines under it, indented")
                return nil
            }
            lines.append((String(line), place.moved(by: written.count - line.count)))
        }
    }
}

extension SourcePlace {
    /// The place so many characters further on in its line.
    func moved(by characters: Int) -> SourcePlace {
        var place = self
        place.column += characters
        return place
    }
}
