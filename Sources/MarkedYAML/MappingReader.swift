public import Diagnostics

/// Reads the keys of a YAML mapping one by one, and reports keys that were not read as unknown, with the nearest known
/// name. Errors are collected and not thrown, so that one run reports all of them.
///
///     let page = MappingReader(node, as: "the edition", reporter)
///     let name = page.text("name")
///     page.finish()
public final class MappingReader {
    /// Where the mapping begins.
    public let place: SourcePlace
    /// Collects the errors.
    public let reporter: Reporter
    private let title: String
    private var pairs: [String: (key: YAMLNode, value: YAMLNode)] = [:]
    private var order: [String] = []
    private var asked: Set<String> = []

    /// Creates a reader for a mapping. Null is an empty mapping; other nodes are reported as errors and read as empty.
    ///
    /// - Parameter title: the mapping's name in messages: “the edition”, “a page”.
    public init(_ node: YAMLNode, as title: String, _ reporter: Reporter) {
        place = node.place
        self.reporter = reporter
        self.title = title
        switch node.content {
        case .mapping(let entries):
            for (key, value) in entries {
                guard let name = key.text else {
                    reporter.error(at: key.place, "a key of \(title) has to be a word")
                    continue
                }
                pairs[name] = (key, value)
                order.append(name)
            }
        case .scalar where node.isNull: break
        default:
            reporter.error(
                at: node.place, "\(title) has to be a group of keys, this is \(node.kind)",
                hints: "write “key: value” lines, indented under it")
        }
    }

    /// The keys, in the order of the file.
    public var keys: [String] { order }

    /// The place of a key, for messages about its value as a whole; the mapping's place if the key is absent.
    public func place(of key: String) -> SourcePlace { pairs[key]?.key.place ?? place }

    /// The value of a key; nil if it is absent or null.
    public func node(_ key: String) -> YAMLNode? {
        asked.insert(key)
        guard let value = pairs[key]?.value, !value.isNull else { return nil }
        return value
    }

    /// The text of a scalar; nil if it is absent or null, or, with an error, if it is a list or group.
    public func text(_ key: String) -> String? {
        guard let node = node(key) else { return nil }
        guard let text = node.text else {
            reporter.error(at: node.place, "“\(key)” has to be a single value, this is \(node.kind)")
            return nil
        }
        return text
    }

    /// The text of a scalar; an error is reported if it is absent.
    public func requiredText(_ key: String, hint: String) -> String? {
        if let value = text(key) { return value }
        if pairs[key].map({ $0.value.isNull }) ?? true {
            reporter.error(at: pairs[key]?.key.place ?? place, "\(title) lacks “\(key)”", hints: hint)
        }
        return nil
    }

    /// A value that `parse` reads from the text; if `parse` returns nil, an error with `what` as its hint is reported.
    public func value<Value>(_ key: String, expecting what: String, _ parse: (String) -> Value?) -> Value? {
        guard let node = node(key), let text = text(key) else { return nil }
        if let value = parse(text) { return value }
        reporter.error(at: node.place, "“\(text)” is not a valid value for “\(key)”", hints: "write \(what)")
        return nil
    }

    /// A whole number in a range; other values are reported as errors.
    public func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        value(key, expecting: "a whole number from \(range.lowerBound) to \(range.upperBound)") {
            Int($0).flatMap { range.contains($0) ? $0 : nil }
        }
    }

    /// A Boolean value: true, yes, false or no; other values are reported as errors.
    public func flag(_ key: String) -> Bool? {
        value(key, expecting: "true or false") { ["true": true, "yes": true, "false": false, "no": false][$0] }
    }

    /// A case of an enumeration, by its raw value; other values are reported as errors.
    public func choice<Value: RawRepresentable & CaseIterable>(_ key: String, as type: Value.Type) -> Value?
    where Value.RawValue == String {
        let names = Value.allCases.map(\.rawValue)
        return value(key, expecting: "one of " + names.joined(separator: ", ")) { Value(rawValue: $0) }
    }

    /// The items of a list; a single value is a list of one, an absent or null key an empty list.
    public func list(_ key: String) -> [YAMLNode] {
        guard let node = node(key) else { return [] }
        if case .sequence(let items) = node.content { return items }
        return [node]
    }

    /// A reader for a nested mapping; nil if it is absent or null.
    public func mapping(_ key: String, as title: String) -> MappingReader? {
        node(key).map { MappingReader($0, as: title, reporter) }
    }

    /// Reports all keys that have not been read as unknown. Call it once, after reading.
    public func finish() {
        let unknown = order.filter { !asked.contains($0) }
        guard !unknown.isEmpty else { return }
        let known = asked.sorted(), list = known.joined(separator: ", ")
        for name in unknown {
            let nearest = nearestName(to: name, among: known)
            reporter.error(
                at: pairs[name]!.key.place, "\(title) has no key “\(name)”",
                hints: nearest.map { "did you mean “\($0)”?" } ?? "known keys: \(list)")
        }
    }
}
