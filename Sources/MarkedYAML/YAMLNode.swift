public import Diagnostics
internal import Yams

/// A YAML value that knows where it was written.
public struct YAMLNode: Sendable {
    public enum Content: Sendable {
        /// A scalar as written, and whether it stood in quotes (then it is text, never a number or null).
        case scalar(String, quoted: Bool)
        case sequence([YAMLNode])
        case mapping([(key: YAMLNode, value: YAMLNode)])
    }

    public let content: Content
    public let place: SourcePlace

    /// What the value is, in words for a message.
    public var kind: String {
        switch content {
        case .scalar: "a single value"
        case .sequence: "a list"
        case .mapping: "a group of keys"
        }
    }

    /// The scalar's text; nil for lists, groups and null (`~` or nothing).
    public var text: String? {
        guard case .scalar(let text, let quoted) = content else { return nil }
        return !quoted && (text.isEmpty || text == "~" || text == "null") ? nil : text
    }

    public var isNull: Bool {
        if case .scalar = content { return text == nil }
        return false
    }
}

extension YAMLNode {
    /// Reads one YAML document. An empty text is an empty mapping.
    ///
    /// - Parameter lineOffset: lines of the file before `text`, for YAML that stands inside another file.
    /// - Throws: `DiagnosticsError` with the place of what cannot be read as YAML, or of every key that is given again.
    public init(parsing text: String, file: String, lineOffset: Int = 0) throws {
        let source = SourceText(file: file, text: text)
        func place(_ mark: Mark?) -> SourcePlace {
            // The parser often notices behind the last line that something is missing: there is nothing to show there.
            let isBehind = mark.map { $0.line > source.lines.count } ?? false
            let line = isBehind ? source.lines.count : mark?.line ?? 1
            let column = isBehind ? source.lines[line - 1].count + 1 : mark?.column ?? 1
            var place = source.place(line: line, column: column)
            place.line += lineOffset
            return place
        }
        var masked = MaskedKeys(text)
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
        let repeated = self.repeatedKeys
        if !repeated.isEmpty { throw DiagnosticsError(repeated) }
    }

    private static func diagnostic(for error: YamlError, place: (Mark?) -> SourcePlace) -> Diagnostic {
        switch error {
        case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
            .composer(_, let problem, let mark, _):
            let place = place(mark)
            let fault = YAMLFault(problem, at: place)
            return .error(at: place, fault.message, hints: fault.hint)
        case .duplicatedKeysInMapping(let keys, let context):
            return .error(
                at: place(context.mark), "the key “\(keys.first ?? "")” is given twice", hints: "keep one of them")
        default:
            return .error(at: place(nil), "this is not YAML: \(error)")
        }
    }
}
