public import Diagnostics
internal import Yams

/// A YAML value and its place in the file.
public struct YAMLNode: Sendable {
    /// The kinds of values.
    public enum Content: Sendable {
        /// A scalar as written, and whether it is quoted. A quoted scalar is text, never a number or null.
        case scalar(String, quoted: Bool)
        /// A list.
        case sequence([YAMLNode])
        /// A mapping, with its pairs in the order of the file.
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    /// The value.
    public let content: Content
    /// Where the value begins.
    public let place: SourcePlace

    /// The kind of the value, in words for messages.
    public var kind: String {
        switch content {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }

    /// The text of a scalar; nil for lists, mappings and null (`~` or nothing).
    public var text: String? {
        guard case .scalar(let text, let quoted) = content else { return nil }
        return !quoted && (text.isEmpty || text == "~" || text == "null") ? nil : text
    }

    /// Whether the value is null.
    public var isNull: Bool {
        if case .scalar = content { return text == nil }
        return false
    }

    /// A node with other content at the same place, for readers that combine a value from several files.
    public func replacingContent(with content: Content) -> YAMLNode { YAMLNode(content: content, place: place) }
}

extension YAMLNode {
    /// Parses a YAML document. An empty text is an empty mapping.
    ///
    /// - Parameters:
    ///   - text: the document.
    ///   - file: the file's name, for messages.
    ///   - lineOffset: the number of lines before `text` in the file, for YAML inside another format.
    /// - Throws: `DiagnosticsError` with the place of the syntax error, or of all duplicate keys.
    public init(parsing text: String, file: String, lineOffset: Int = 0) throws {
        let source = SourceText(file: file, text: text)
        func place(_ mark: Mark?) -> SourcePlace {
            // The parser often reports a missing character after the last line; the end of the last line is shown
            // instead.
            let isPastEnd = mark.map { $0.line > source.lines.count } ?? false
            let line = isPastEnd ? source.lines.count : mark?.line ?? 1
            let column = isPastEnd ? source.lines[line - 1].count + 1 : mark?.column ?? 1
            var place = source.place(line: line, column: column)
            place.line += lineOffset
            return place
        }
        var masked = DuplicateKeyMask(text)
        func convert(_ node: Node) -> YAMLNode {
            switch node {
            case .scalar(let scalar):
                let quoted =
                    scalar.style == .singleQuoted || scalar.style == .doubleQuoted
                    || scalar.style == .literal || scalar.style == .folded
                let text = masked.restored(scalar.string)
                return YAMLNode(content: .scalar(text, quoted: quoted), place: place(scalar.mark))
            case .sequence(let sequence):
                return YAMLNode(content: .sequence(sequence.map(convert)), place: place(sequence.mark))
            case .mapping(let mapping):
                let pairs = mapping.map { (key: convert($0.key), value: convert($0.value)) }
                return YAMLNode(content: .mapping(pairs), place: place(mapping.mark))
            case .alias(let alias):
                return YAMLNode(content: .scalar("", quoted: false), place: place(alias.mark))
            }
        }
        do {
            guard let root = try masked.compose() else {
                self.init(content: .mapping([]), place: place(nil))
                return
            }
            self = convert(root)
        } catch let error as YamlError {
            throw DiagnosticsError([Self.diagnostic(for: error, place: place)])
        }
        let repeated = self.duplicateKeys
        if !repeated.isEmpty { throw DiagnosticsError(repeated) }
    }

    private static func diagnostic(for error: YamlError, place: (Mark?) -> SourcePlace) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = place(mark)
            let fault = YAMLSyntaxError(problem, at: place)
            return .error(at: place, fault.message, hints: fault.hint)
        case .duplicatedKeysInMapping(let keys, let context):
            return .error(
                at: place(context.mark), "the key “\(keys.first ?? "")” is given twice", hints: "keep one of them")
        default:
            return .error(at: place(nil), "this is not YAML: \(error)")
        }
    }
}
