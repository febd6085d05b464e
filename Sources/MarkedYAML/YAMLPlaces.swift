internal import Diagnostics

/// The places of a YAML text in its file, and the errors at them.
struct YAMLPlaces {
    private let source: SourceText
    /// The number of lines before the text in the file.
    private let lineOffset: Int

    init(_ source: SourceText, lineOffset: Int) {
        self.source = source
        self.lineOffset = lineOffset
    }

    /// The place of a line and column of the text, both from 1.
    func place(line: Int, column: Int) -> SourcePlace {
        // The parser often reports a missing character after the last line; the end of the last line is shown instead.
        let isPastEnd = line > source.lines.count
        let last = source.lines.count
        var place = source.place(
            line: isPastEnd ? last : line, column: isPastEnd ? source.lines[last - 1].count + 1 : column)
        place.line += lineOffset
        return place
    }

    func place(_ mark: YAMLEvents.Mark) -> SourcePlace { place(line: mark.line, column: mark.column) }

    /// The error of a syntax error that libyaml describes.
    func error(_ problem: String, at mark: YAMLEvents.Mark) -> DiagnosticsError {
        let place = place(mark)
        let fault = YAMLSyntaxError(problem, at: place)
        return DiagnosticsError([.error(at: place, fault.message, hints: fault.hint)])
    }

    /// The error of a character that YAML does not allow.
    ///
    /// - Parameters:
    ///   - value: the code point; negative if libyaml does not tell.
    ///   - offset: the number of bytes before it.
    func unreadable(_ value: Int32, afterBytes offset: Int, _ problem: String) -> DiagnosticsError {
        var line = 0, rest = offset
        // Line ends of one byte are meant here: a place in a file with others can be a line too early.
        while line < source.lines.count - 1, rest > source.lines[line].utf8.count {
            rest -= source.lines[line].utf8.count + 1
            line += 1
        }
        let text = source.lines[line]
        let place = place(
            line: line + 1, column: String(decoding: text.utf8.prefix(max(0, rest)), as: UTF8.self).count + 1)
        guard value >= 0, let scalar = Unicode.Scalar(UInt32(value)) else {
            return DiagnosticsError([.error(at: place, "this is not YAML: \(problem)")])
        }
        return DiagnosticsError([
            .error(
                at: place, "YAML does not allow the character \(scalar.codePoint)",
                hints: "remove it, or save the file again as plain text")
        ])
    }

    /// The line of the first tag directive that follows a number of others; nil if there are no more.
    func tagDirective(after count: Int) -> Int? {
        var found = 0
        for (index, line) in source.lines.enumerated() where line.utf8.starts(with: "%TAG".utf8) {
            found += 1
            if found > count { return index + 1 }
        }
        return nil
    }
}
