internal import Diagnostics
internal import MarkedYAML

/// The contents of fonts/roles.yaml: the font families of each role, in the order of preference.
///
///     song: [Noto Serif CJK SC]
///     song-heavy: ["Noto Serif CJK SC:black"]
///     song@zh-Hant: [Noto Serif CJK TC]
///
/// A role with a language serves pages of that language and of more specific ones: without a song@zh-Hant-HK, pages of
/// Hong Kong (zh-Hant-HK) use song@zh-Hant.
public struct FontRoles: Hashable, Sendable {
    /// A font family and the weight that is used of it.
    public struct Family: Hashable, Sendable {
        public var name: String
        public var weight: Weight

        public init(name: String, weight: Weight = .regular) {
            self.name = name
            self.weight = weight
        }
    }

    /// The names of weights.
    public enum Weight: String, CaseIterable, Hashable, Sendable {
        case thin, light, regular, medium, semibold, bold, heavy, black

        /// The weight on the scale of OpenType's OS/2 table.
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

    /// The families by the role's name, followed by @ and the language in small letters if there is one.
    public var families: [String: [Family]]

    public init(families: [String: [Family]]) { self.families = families }

    /// The names of the roles without languages, in alphabetical order.
    public var names: [String] { families.keys.filter { !$0.contains("@") }.sorted() }

    /// The languages that have roles of their own, in small letters and alphabetical order.
    public var languages: [String] {
        Set(families.keys.compactMap { $0.split(separator: "@").dropFirst().first.map(String.init) }).sorted()
    }

    /// The families of a role on pages of a language (BCP 47): those of the most specific language that the role has,
    /// otherwise those of the role without a language.
    public func families(of role: String, in language: String = "") -> [Family] {
        var parts = language.lowercased().split(separator: "-")
        while !parts.isEmpty {
            if let families = families[role + "@" + parts.joined(separator: "-")] { return families }
            parts.removeLast()
        }
        return families[role] ?? []
    }

    /// Reads a roles file.
    ///
    /// - Throws: `DiagnosticsError` with all errors in it.
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
            families[Self.key(role)] = entries.compactMap { Self.family($0, of: role, reporter) }
            Self.reportDuplicates(entries, of: role, reporter)
        }
        for role in mapping.keys { checkLanguage(of: role, at: mapping.place(of: role), reporter) }
        mapping.finish()
        if reporter.diagnostics.hasErrors { throw DiagnosticsError(reporter.diagnostics) }
    }

    /// A role with its language in small letters, because BCP 47 does not distinguish zh-Hant from zh-hant.
    private static func key(_ role: String) -> String {
        guard let at = role.firstIndex(of: "@") else { return role }
        return role[..<at] + role[at...].lowercased()
    }

    /// Checks a role such as song@zh-Hant: the role without the language has to exist, and the language has to be a BCP 47
    /// tag.
    private func checkLanguage(of role: String, at place: SourcePlace?, _ reporter: Reporter) {
        let parts = role.split(separator: "@", omittingEmptySubsequences: false)
        guard parts.count > 1 else { return }
        let isLanguage =
            parts.count == 2
            && parts[1].split(separator: "-", omittingEmptySubsequences: false).allSatisfy {
                (2...8).contains($0.count)
                    && $0.utf8.allSatisfy { byte in (0x30...0x39).contains(byte) || (0x61...0x7A).contains(byte | 0x20)
                    }
            }
        if !isLanguage {
            reporter.error(
                at: place, "“\(role)” does not end in a language",
                hints: "write a role and its language as in song@zh-Hant")
        } else if families[String(parts[0])] == nil {
            reporter.error(
                at: place, "there is no role “\(parts[0])” without a language beside “\(role)”",
                hints: "add \(parts[0]), for pages of all other languages")
        }
    }

    private static func family(_ node: YAMLNode, of role: String, _ reporter: Reporter) -> Family? {
        guard let text = node.text else {
            reporter.error(at: node.place, "a font family of “\(role)” has to be a name, this is \(node.kind)")
            return nil
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(trimmed)
        guard !parts[0].isEmpty, parts.count <= 2 else {
            reporter.error(
                at: node.place, "“\(text)” is not a font family", hints: "write Family, or \"Family:bold\" in quotes")
            return nil
        }
        guard parts.count == 2 else { return Family(name: parts[0]) }
        guard let weight = Weight(rawValue: parts[1]) else {
            let weights = Weight.allCases.map(\.rawValue)
            reporter.error(
                at: node.place, "“\(parts[1])” is not a weight",
                hints: nearestName(to: parts[1], among: weights).map { "did you mean “\($0)”?" }
                    ?? "weights: " + weights.joined(separator: ", "))
            return nil
        }
        return Family(name: parts[0], weight: weight)
    }

    /// Reports families that a role names twice.
    private static func reportDuplicates(_ entries: [YAMLNode], of role: String, _ reporter: Reporter) {
        var seen: Set<String> = []
        for entry in entries {
            guard let text = entry.text, !seen.insert(trimmed(text[...])).inserted else { continue }
            reporter.error(
                at: entry.place, "the role “\(role)” names “\(text)” twice", hints: "keep the first, remove this one")
        }
    }

    private static func trimmed(_ text: Substring) -> String {
        var text = text
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
