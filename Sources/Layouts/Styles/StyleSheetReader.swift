import Diagnostics
import MarkedYAML
import Pages

/// Reads `styles`: a style by name, on top of another (`like`), of what composition takes by default, or of the body.
///
///     styles:
///       body: {font: song, size: 9pt, indent: 2字}
///       notice: {like: body, font: fangsong}
final class StyleSheetReader {
    private let groups: MappingReader?
    private let group: [String: MappingReader]
    private var styles: [String: TextStyle] = [:]
    private var beingRead: [String] = []

    init(_ groups: MappingReader?) {
        self.groups = groups
        var group: [String: MappingReader] = [:]
        for name in groups?.keys ?? [] {
            group[name] = groups?.mapping(name, as: "the style “\(name)”")
        }
        self.group = group
    }

    /// The body's size, which the units 字 and 行 hang on; it is read before everything else.
    func bodySize() -> Length {
        group[StyleName.body.rawValue]?.length("size", .paper, atLeast: StyleReader.leastSize)
            ?? LayoutDefaults.bodySize
    }

    /// All styles: the file's, and composition's that the file leaves out.
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
        let style = group[name].map { reader.composed($0, reader.style($0, over: base, sized: isBody)) } ?? base
        styles[name] = style
        return style
    }

    private func base(of name: String, _ reader: StyleReader) -> TextStyle {
        let standard = StyleName(rawValue: name).map { LayoutDefaults.style($0, reader.units) }
        let plain = standard ?? LayoutDefaults.plainStyle(reader.units)
        guard let group = group[name], let other = group.text("like") else { return plain }
        let place = group.node("like")?.place
        let known = self.group.keys + StyleName.allCases.map(\.rawValue)
        guard known.contains(other) else {
            group.reporter.report(.unknown("style", other, among: known, at: place))
            return plain
        }
        if let start = beingRead.firstIndex(of: other) {
            let ring = (beingRead[start...] + [other]).map { "“\($0)”" }.joined(separator: " is like ")
            group.reporter.error(
                at: place, "styles are like each other in a ring: \(ring)", hints: "take one “like” out")
            return plain
        }
        return style(other, reader)
    }
}
