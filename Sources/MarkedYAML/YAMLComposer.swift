internal import CYAML
internal import Diagnostics

/// Composes the tree of a YAML document from libyaml's events.
///
/// libyaml itself does not recurse. The composer does, so it counts the levels, and it counts the values with those that
/// aliases repeat: nine short lines of aliases to aliases can stand for a thousand million values.
struct YAMLComposer {
    /// The most levels of lists and groups. A layout has 5. A level takes about 1 KB of the stack, and threads of Dispatch
    /// have 512 KB.
    static let mostLevels = 64
    /// The most values, including keys and values that aliases repeat. The dummies of 64 full pages have 50,000.
    static let mostValues = 100_000
    /// The most tag directives. libyaml compares each of them with all others; editions need none.
    static let mostTagDirectives = 20

    private let events: YAMLEvents
    private let source: YAMLPlaces
    private var anchors: [String: Anchored] = [:]
    private var count = 0
    private(set) var duplicateKeys: [Diagnostic] = []

    /// A node that aliases may repeat.
    private struct Anchored {
        var node: YAMLNode
        /// The number of its values, and of its levels of lists and groups.
        var values: Int
        var levels: Int
    }

    private init(_ events: YAMLEvents, _ source: YAMLPlaces) {
        self.events = events
        self.source = source
    }

    /// Parses a document; nil if the text has none.
    ///
    /// - Throws: `DiagnosticsError` with the place of the first syntax error, or of all duplicate keys.
    static func compose(_ text: String, _ source: YAMLPlaces) throws -> YAMLNode? {
        if let line = source.tagDirective(after: mostTagDirectives) {
            throw DiagnosticsError([
                .error(
                    at: source.place(line: line, column: 1),
                    "the file has more than \(mostTagDirectives) lines that begin with %TAG",
                    hints: "remove these lines")
            ])
        }
        var text = text
        return try text.withUTF8 { bytes in
            var composer = YAMLComposer(YAMLEvents(bytes, source), source)
            guard try composer.beginsDocument() else { return nil }
            let root = try composer.node(composer.events.next(), level: 0).node
            try composer.endDocument()
            if !composer.duplicateKeys.isEmpty { throw DiagnosticsError(composer.duplicateKeys) }
            return root
        }
    }

    private func beginsDocument() throws -> Bool {
        _ = try events.next()
        return try events.next().kind == .documentStart
    }

    private func endDocument() throws {
        _ = try events.next()
        let next = try events.next()
        if next.kind != .streamEnd { throw source.error("but found another document", at: next.mark) }
    }

    private mutating func node(_ event: YAMLEvents.Event, level: Int) throws -> Anchored {
        let place = source.place(event.mark)
        let before = count
        try take(1, at: place)
        var anchored: Anchored
        switch event.kind {
        case .alias(let name):
            guard let known = anchors[name] else { throw source.error("found undefined alias", at: event.mark) }
            try take(known.values - 1, at: place)
            try check(level + known.levels, at: place)
            return known
        case .scalar(let text, let quoted):
            if quoted { try checkCharacters(of: text, at: place) }
            anchored = Anchored(
                node: YAMLNode(content: .scalar(text, quoted: quoted), place: place), values: 1, levels: 0)
        case .sequenceStart:
            try check(level + 1, at: place)
            var items: [YAMLNode] = [], levels = 0
            while let next = try events.nextInCollection() {
                let item = try node(next, level: level + 1)
                items.append(item.node)
                levels = max(levels, item.levels)
            }
            anchored = Anchored(
                node: YAMLNode(content: .sequence(items), place: place), values: count - before, levels: levels + 1)
        case .mappingStart:
            try check(level + 1, at: place)
            var pairs: [(key: YAMLNode, value: YAMLNode)] = [], levels = 0
            var places: [String: SourcePlace] = [:]
            while let next = try events.nextInCollection() {
                let key = try node(next, level: level + 1)
                noteDuplicate(key.node, &places)
                let value = try node(events.next(), level: level + 1)
                pairs.append((key.node, value.node))
                levels = max(levels, key.levels, value.levels)
            }
            anchored = Anchored(
                node: YAMLNode(content: .mapping(pairs), place: place), values: count - before, levels: levels + 1)
        case .documentStart, .streamEnd, .other:
            throw source.error("found no value", at: event.mark)
        }
        if let anchor = event.anchor { anchors[anchor] = anchored }
        return anchored
    }

    private mutating func noteDuplicate(_ key: YAMLNode, _ places: inout [String: SourcePlace]) {
        guard let name = key.text else { return }
        guard let first = places.updateValue(key.place, forKey: name) else { return }
        places[name] = first
        duplicateKeys.append(
            .error(
                at: key.place, "the key “\(name)” is given twice",
                hints: "it is already on line \(first.line); keep one of the two"))
    }

    // MARK: Limits

    private mutating func take(_ values: Int, at place: SourcePlace) throws {
        count += values
        guard count > Self.mostValues else { return }
        throw DiagnosticsError([
            .error(
                at: place, "the file has more than \(Self.mostValues) values, with those that aliases (*) repeat",
                hints: "write the values that are needed, without aliases of aliases")
        ])
    }

    private func check(_ level: Int, at place: SourcePlace) throws {
        guard level > Self.mostLevels else { return }
        throw DiagnosticsError([
            .error(
                at: place, "lists and groups are inside each other more than \(Self.mostLevels) levels deep",
                hints: "remove brackets, dashes or indentation that nothing needs")
        ])
    }

    /// Escapes can write characters that no page can show and that C libraries take for the end of a text.
    private func checkCharacters(of text: String, at place: SourcePlace) throws {
        guard let fault = UnprintableCharacters.fault(in: text) else { return }
        throw DiagnosticsError([.error(at: place, fault.message, hints: fault.hint)])
    }
}
