public import Diagnostics

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
    /// - Throws: `DiagnosticsError` with the place of the syntax error, of all duplicate keys, of a text with a character
    ///   that no page can show, or of the value with which the document exceeds the limits of `YAMLComposer`.
    public init(parsing text: String, file: String, lineOffset: Int = 0) throws {
        let places = YAMLPlaces(SourceText(file: file, text: text), lineOffset: lineOffset)
        self =
            try YAMLComposer.compose(text, places)
            ?? YAMLNode(content: .mapping([]), place: places.place(line: 1, column: 1))
    }
}
