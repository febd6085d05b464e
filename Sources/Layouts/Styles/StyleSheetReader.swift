import Diagnostics
import MarkedYAML
import Pages

/// Reads `styles`: each style on top of another one (`like`), of composition's default, or of the body.
///
///     styles:
///       body: {font: song, size: 9pt, indent: 2字}
///       notice: {like: body, font: fangsong}
final class StyleSheetReader {
    private let groups: MappingReader?
    private let group: [String: MappingReader]
    private var styles: [String: TextStyle] = [:]
    /// The styles that are being read, to detect circles of `like`.
    private var beingRead: [String] = []
    /// The names that `like` may give.
    private let names: Set<String>

    /// The most styles that are like each other in a row. No layout has more than four.
    private static let mostLikes = 20

    init(_ groups: MappingReader?) {
        self.groups = groups
        var group: [String: MappingReader] = [:]
        for name in groups?.keys ?? [] {
            group[name] = groups?.mapping(name, as: "the style “\(name)”")
        }
        self.group = group
        names = Set(group.keys).union(StyleName.allCases.map(\.rawValue))
    }

    /// The body's size. It is read first, because the units 字 and 行 depend on it.
    func bodySize() -> Length {
        group[StyleName.body.rawValue]?.length("size", .paper, atLeast: StyleReader.leastSize)
            ?? LayoutDefaults.bodySize
    }

    /// All styles of the file, and the styles of composition that it leaves out.
    func styles(_ reader: StyleReader) -> [String: TextStyle] {
        for name in StyleName.allCases { _ = style(name.rawValue, reader) }
        for name in groups?.keys ?? [] {
            _ = style(name, reader)
            group[name]?.finish()
        }
        BaselineCheck(row: reader.units.row!).report(styles, group)
        return styles
    }

    private func style(_ name: String, _ reader: StyleReader) -> TextStyle {
        if let style = styles[name] { return style }
        beingRead.append(name)
        defer { beingRead.removeLast() }
        let base = base(of: name, reader)
        let isBody = name == StyleName.body.rawValue
        let style =
            group[name].map { reader.compositionChoices($0, over: reader.style($0, over: base, hasSize: isBody)) }
            ?? base
        styles[name] = style
        return style
    }

    private func base(of name: String, _ reader: StyleReader) -> TextStyle {
        let standard = StyleName(rawValue: name).map { LayoutDefaults.style($0, reader.units) }
        let plain = standard ?? LayoutDefaults.plainStyle(reader.units)
        guard let group = group[name], let other = group.text("like") else { return plain }
        let place = group.node("like")?.place
        guard names.contains(other) else {
            group.reporter.report(.unknown("style", other, among: names, at: place))
            return plain
        }
        if let start = beingRead.firstIndex(of: other) {
            let cycle = (beingRead[start...] + [other]).map { "“\($0)”" }.joined(separator: " is like ")
            group.reporter.error(
                at: place, "styles are like each other in a circle: \(cycle)", hints: "remove one “like”")
            return plain
        }
        guard beingRead.count <= Self.mostLikes else {
            group.reporter.error(
                at: place, "more than \(Self.mostLikes) styles are like each other in a row",
                hints: "write “like” with a style that has most of the keys")
            return plain
        }
        return style(other, reader)
    }
}
