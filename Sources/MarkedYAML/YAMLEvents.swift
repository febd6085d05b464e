internal import CYAML
internal import Diagnostics

/// libyaml's events as values. Handles of C are freed before each function returns.
final class YAMLEvents {
    /// A position: line and column from 1. The column counts code points.
    struct Mark {
        var line: Int
        var column: Int
    }

    struct Event {
        enum Kind: Equatable {
            case alias(String)
            case scalar(String, quoted: Bool)
            case sequenceStart
            case mappingStart
            case documentStart
            case streamEnd
            case other
        }
        var kind: Kind
        var anchor: String?
        var mark: Mark
    }

    /// In memory of its own, because libyaml keeps the parser's address.
    private let parser = UnsafeMutablePointer<yaml_parser_t>.allocate(capacity: 1)
    private let source: YAMLPlaces

    /// - Parameter bytes: UTF-8 text, which stays in place while there are events.
    init(_ bytes: UnsafeBufferPointer<UInt8>, _ source: YAMLPlaces) {
        self.source = source
        yaml_parser_initialize(parser)
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deallocate()
    }

    /// The next event.
    ///
    /// - Throws: `DiagnosticsError` with a syntax error.
    func next() throws -> Event {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw error }
        defer { yaml_event_delete(&event) }
        return Event(event)
    }

    /// The next event of a list or group; nil at its end.
    func nextInCollection() throws -> Event? {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw error }
        defer { yaml_event_delete(&event) }
        if event.type == YAML_SEQUENCE_END_EVENT || event.type == YAML_MAPPING_END_EVENT { return nil }
        return Event(event)
    }

    private var error: DiagnosticsError {
        let problem = parser.pointee.problem.map { String(cString: $0) } ?? "out of memory"
        guard parser.pointee.error == YAML_READER_ERROR else {
            return source.error(problem, at: Mark(parser.pointee.problem_mark))
        }
        return source.unreadable(
            parser.pointee.problem_value, afterBytes: parser.pointee.problem_offset, problem)
    }
}

extension YAMLEvents.Mark {
    fileprivate init(_ mark: yaml_mark_t) {
        (line, column) = (Int(mark.line) + 1, Int(mark.column) + 1)
    }
}

extension YAMLEvents.Event {
    fileprivate init(_ event: yaml_event_t) {
        mark = YAMLEvents.Mark(event.start_mark)
        switch event.type {
        case YAML_ALIAS_EVENT: kind = .alias(Self.string(event.data.alias.anchor) ?? "")
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            // The text may contain zero bytes.
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            kind = .scalar(text, quoted: scalar.style != YAML_PLAIN_SCALAR_STYLE)
            anchor = Self.string(scalar.anchor)
        case YAML_SEQUENCE_START_EVENT:
            kind = .sequenceStart
            anchor = Self.string(event.data.sequence_start.anchor)
        case YAML_MAPPING_START_EVENT:
            kind = .mappingStart
            anchor = Self.string(event.data.mapping_start.anchor)
        case YAML_DOCUMENT_START_EVENT: kind = .documentStart
        case YAML_STREAM_END_EVENT: kind = .streamEnd
        default: kind = .other
        }
    }

    private static func string(_ pointer: UnsafeMutablePointer<yaml_char_t>?) -> String? {
        pointer.map { String(decodingCString: $0, as: UTF8.self) }
    }
}
