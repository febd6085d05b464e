import Diagnostics
import MarkedYAML

/// Puts a layout file and those that it `extends` together.
///
/// A key of the file stands in place of the same key of its parent, group by group. Areas and furniture are replaced
/// whole, by name; a file that draws its own picture has its own areas only. `~` takes away what the parent has:
/// `ear: ~`.
struct Ancestry {
    let finder: LayoutFinder?
    private(set) var sources: [String: SourceText] = [:]

    static let key = "extends"
    /// Deeper than any paper's family of layouts.
    private static let deepest = 20

    init(finder: LayoutFinder?) { self.finder = finder }

    /// The file's tree with its ancestors' under it.
    mutating func tree(of file: LayoutFile, below chain: [LayoutFile] = []) throws -> YAMLNode {
        sources[file.path] = SourceText(file: file.path, text: file.text)
        let node = try Self.parse(file)
        guard let asked = Self.value(of: Self.key, in: node), !asked.isNull else { return node }
        guard let name = asked.text else {
            throw DiagnosticsError([
                .error(at: asked.place, "“extends” has to be the name of one layout", hints: "write extends: NAME")
            ])
        }
        let parent =
            try finder?.file(named: name, askedAt: asked.place, by: file)
            ?? { throw DiagnosticsError([.unknown("layout", name, among: [], at: asked.place)]) }()
        if let start = (chain + [file]).firstIndex(where: { $0.path == parent.path }) {
            let ring = ((chain + [file])[start...] + [parent]).map { "“\($0.name)”" }
            throw DiagnosticsError([
                .error(
                    at: asked.place, "layouts extend each other in a ring: \(ring.joined(separator: " extends "))",
                    hints: "take one “extends” out")
            ])
        }
        guard chain.count < Self.deepest else {
            throw DiagnosticsError([
                .error(
                    at: asked.place, "more than \(Self.deepest) layouts extend each other",
                    hints: "put some of them together")
            ])
        }
        return Self.overlay(node, on: try tree(of: parent, below: chain + [file]), path: [])
    }

    private static func parse(_ file: LayoutFile) throws -> YAMLNode {
        do {
            return try YAMLNode(parsing: file.text, file: file.path)
        } catch var rejected as DiagnosticsError {
            for index in rejected.diagnostics.indices {
                let line = rejected.diagnostics[index].place?.excerpt ?? ""
                rejected.diagnostics[index].hints += hints(forUnreadable: line)
            }
            throw rejected
        }
    }

    /// What is likely to be wrong with a line of a layout file that is not YAML.
    private static func hints(forUnreadable line: String) -> [String] {
        var hints: [String] = []
        if Placeholder.stands(in: line) { hints.append("put a text with braces in quotes: '{date}'") }
        if let bar = line.firstIndex(of: "|"), Span(line[..<bar]) != nil {
            hints.append("begin every line of a picture exactly under its first one")
        }
        return hints
    }

    private static func value(of key: String, in node: YAMLNode) -> YAMLNode? {
        guard case .mapping(let pairs) = node.content else { return nil }
        return pairs.first { $0.key.text == key }?.value
    }

    private static func overlay(_ child: YAMLNode, on parent: YAMLNode, path: [String]) -> YAMLNode {
        guard case .mapping(let own) = child.content, case .mapping(var pairs) = parent.content,
            !isWhole(path)
        else { return child }
        if path == ["areas"], value(of: AreaReader.pictureKey, in: child) != nil { return child }
        pairs.removeAll { $0.key.text == key }
        for pair in own {
            guard let index = pairs.firstIndex(where: { $0.key.text == pair.key.text }) else {
                pairs.append(pair)
                continue
            }
            if pair.value.isNull {
                pairs.remove(at: index)
            } else {
                let value = overlay(pair.value, on: pairs[index].value, path: path + [pair.key.text ?? ""])
                pairs[index] = (pair.key, value)
            }
        }
        return child.replacingContent(with: .mapping(pairs))
    }

    /// Whether what stands at this path is replaced and not merged: an area, a piece of furniture.
    private static func isWhole(_ path: [String]) -> Bool {
        path.count == 2 && ["areas", "furniture"].contains(path[0])
    }
}
