import Diagnostics
import MarkedYAML

/// Merges a layout file with the layouts that it `extends`.
///
/// A key of the file replaces the same key of its parent, group by group. Areas and furniture are replaced whole, by name;
/// a file with a picture of its own has only its own areas. `~` removes a key of the parent: `ear: ~`.
struct LayoutInheritance {
    let finder: LayoutFinder?
    /// The texts of all files that were read, by their paths.
    private(set) var sources: [String: SourceText] = [:]

    static let key = "extends"
    /// More than any paper's family of layouts needs.
    private static let mostAncestors = 20

    init(finder: LayoutFinder?) { self.finder = finder }

    /// The YAML tree of the file merged with those of its ancestors.
    ///
    /// - Parameter chain: the files that extend this one, the first one first.
    /// - Throws: `DiagnosticsError` if a file is not YAML, is not found, or extends itself through others.
    mutating func tree(of file: LayoutFile, below chain: [LayoutFile] = []) throws -> YAMLNode {
        sources[file.path] = SourceText(file: file.path, text: file.text)
        let node = try Self.parse(file)
        guard let key = Self.value(of: Self.key, in: node), !key.isNull else { return node }
        guard let name = key.text else {
            throw DiagnosticsError([
                .error(at: key.place, "“extends” has to be the name of one layout", hints: "write extends: NAME")
            ])
        }
        let parent =
            try finder?.file(named: name, askedAt: key.place, by: file)
            ?? { throw DiagnosticsError([.unknown("layout", name, among: [], at: key.place)]) }()
        if let start = (chain + [file]).firstIndex(where: { $0.path == parent.path }) {
            let cycle = ((chain + [file])[start...] + [parent]).map { "“\($0.name)”" }
            throw DiagnosticsError([
                .error(
                    at: key.place, "layouts extend each other in a circle: \(cycle.joined(separator: " extends "))",
                    hints: "remove one “extends”")
            ])
        }
        guard chain.count < Self.mostAncestors else {
            throw DiagnosticsError([
                .error(
                    at: key.place, "more than \(Self.mostAncestors) layouts extend each other",
                    hints: "merge some of them")
            ])
        }
        return Self.overlay(node, on: try tree(of: parent, below: chain + [file]), path: [])
    }

    /// Parses a file, and adds hints for mistakes that are usual in layouts.
    private static func parse(_ file: LayoutFile) throws -> YAMLNode {
        do {
            return try YAMLNode(parsing: file.text, file: file.path)
        } catch var error as DiagnosticsError {
            for index in error.diagnostics.indices {
                let line = error.diagnostics[index].place?.excerpt ?? ""
                error.diagnostics[index].hints += hints(forUnreadable: line)
            }
            throw error
        }
    }

    /// Hints for a line that is not YAML.
    private static func hints(forUnreadable line: String) -> [String] {
        var hints: [String] = []
        if Placeholder.occurs(in: line) { hints.append("put a text with braces in quotes: '{date}'") }
        if let bar = line.firstIndex(of: "|"), Span(line[..<bar]) != nil {
            hints.append("begin every line of a picture exactly under its first one")
        }
        return hints
    }

    private static func value(of key: String, in node: YAMLNode) -> YAMLNode? {
        guard case .mapping(let pairs) = node.content else { return nil }
        return pairs.first { $0.key.text == key }?.value
    }

    /// The parent's tree with the child's keys in place of its own.
    ///
    /// - Parameter path: the keys that lead to both trees.
    private static func overlay(_ child: YAMLNode, on parent: YAMLNode, path: [String]) -> YAMLNode {
        guard case .mapping(let own) = child.content, case .mapping(var pairs) = parent.content,
            !isWhole(path)
        else { return child }
        if path == ["areas"], value(of: AreaReader.pictureKey, in: child) != nil { return child }
        pairs.removeAll { $0.key.text == key }
        var indices: [String?: Int] = [:]
        for (index, pair) in pairs.enumerated() where indices[pair.key.text] == nil { indices[pair.key.text] = index }
        var removed: Set<Int> = []
        for pair in own {
            guard let index = indices[pair.key.text] else {
                indices[pair.key.text] = pairs.count
                pairs.append(pair)
                continue
            }
            if pair.value.isNull {
                removed.insert(index)
                indices[pair.key.text] = nil
            } else {
                let value = overlay(pair.value, on: pairs[index].value, path: path + [pair.key.text ?? ""])
                pairs[index] = (pair.key, value)
            }
        }
        let kept = pairs.indices.filter { !removed.contains($0) }.map { pairs[$0] }
        return child.replacingContent(with: .mapping(kept))
    }

    /// Whether the group at a path is replaced instead of merged: an area, a piece of furniture.
    private static func isWhole(_ path: [String]) -> Bool {
        path.count == 2 && ["areas", "furniture"].contains(path[0])
    }
}
