public import Diagnostics
internal import MarkedYAML

/// What fonts/roles.yaml says: which families stand for which role, the first that is there first.
///
///     song: [Noto Serif CJK SC]
///     song-heavy: ["Noto Serif CJK SC:black"]
public struct FontRoles: Hashable, Sendable {
    public struct Family: Hashable, Sendable {
        public var name: String
        public var weight: Weight

        public init(name: String, weight: Weight = .regular) {
            self.name = name
            self.weight = weight
        }
    }

    /// Weights by their names, on the scale of OpenType's OS/2 table.
    public enum Weight: String, CaseIterable, Hashable, Sendable {
        case thin, light, regular, medium, semibold, bold, heavy, black

        public var value: Int {
            switch self {
            case .thin: 100
            case .light: 300
            case .regular: 400
            case .medium: 500
            case .semibold: 600
            case .bold: 700
            case .heavy, .black: 900
            }
        }
    }

    public var families: [String: [Family]]

    public init(families: [String: [Family]]) { self.families = families }

    /// The roles' names in alphabetical order.
    public var names: [String] { families.keys.sorted() }

    /// Reads a roles file.
    ///
    /// - Throws: `Rejected` with everything that is wrong in it.
    public init(parsing text: String, file: String) throws {
        let reporter = Reporter()
        let mapping = MappingReader(try YAMLNode(parsing: text, file: file), as: "the font roles", reporter)
        families = [:]
        for role in mapping.keys {
            let entries = mapping.list(role)
            if entries.isEmpty {
                reporter.error(
                    at: mapping.place(of: role), "the role “\(role)” names no font family",
                    hints: "write \(role): [Family, Another family]")
            }
            families[role] = entries.compactMap { Self.family($0, of: role, reporter) }
        }
        mapping.finish()
        if reporter.diagnostics.hasErrors { throw Rejected(reporter.diagnostics) }
    }

    private static func family(_ node: YAMLNode, of role: String, _ reporter: Reporter) -> Family? {
        guard let text = node.text else {
            reporter.error(at: node.place, "a font family of “\(role)” has to be a name, this is \(node.kind)")
            return nil
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
        guard parts.count == 2 else { return Family(name: trimmed(text[...])) }
        guard let weight = Weight(rawValue: parts[1]) else {
            reporter.error(
                at: node.place, "“\(parts[1])” is no weight",
                hints: "weights: " + Weight.allCases.map(\.rawValue).joined(separator: ", "))
            return nil
        }
        return Family(name: parts[0], weight: weight)
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
