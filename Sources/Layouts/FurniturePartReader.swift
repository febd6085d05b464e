import Diagnostics
import MarkedYAML
import Pages

/// Reads one of the `parts` of a piece of furniture: a text, a rule or an image.
///
///     - {text: '{paper.name}', font: song-heavy, size: 96pt, align: spread, colour: red, top: 0行, height: 9行}
///     - {rule: thick-thin, top: 11行, thickness: 1.5pt, colour: red}
///     - {image: nameplate.png, top: 0行, height: 9行}
///
/// `top` is the distance from the block's upper edge, `height` the strip in whose middle the part stands; left out,
/// it is the rest of the block. `from` and `to` say which share of the block's width a text may use.
struct FurniturePartReader {
    let styles: StyleReader
    /// The styles that a text may name.
    let named: [String: TextStyle]
    /// The grid's leading, which the model counts furniture's distances in.
    let row: Length

    /// - Parameter height: the block's; nil when it is wrong itself.
    func part(_ node: YAMLNode, of block: String, height: Length?) -> FurniturePart? {
        let reporter = styles.reporter
        let kinds: [(key: String, read: (MappingReader, Length?) -> FurniturePart?)] = [
            ("text", text), ("rule", rule), ("image", image),
        ]
        let group = MappingReader(node, as: "a part of \(block)", reporter)
        let present = kinds.filter { group.keys.contains($0.key) }
        guard present.count == 1 else {
            reporter.error(
                at: node.place, "a part of \(block) has to be one text, rule or image",
                hints: "write “text: …”, “rule: single” or “image: FILE”")
            return nil
        }
        let part = present[0].read(group, height)
        group.finish()
        return part
    }

    private func text(_ group: MappingReader, _ block: Length?) -> FurniturePart? {
        let style = style(group)
        let (top, height) = strip(group, block)
        let from = group.share("from") ?? 0
        let to = group.share("to") ?? 1
        if let node = group.node("text"), node.text == nil {
            group.reporter.error(
                at: node.place, "“text” has to be a text, this is \(node.kind)",
                hints: "put a text with braces in quotes: '{date}'")
            return nil
        }
        guard let template = group.requiredText("text", hint: "write the text, such as '{date}　{weekday}'") else {
            return nil
        }
        let place = group.node("text")?.place ?? group.place
        Placeholder.check(template, at: place, group.reporter)
        if from >= to {
            group.reporter.error(
                at: group.place(of: "from"), "a text cannot reach from \(Int(from * 100))% to \(Int(to * 100))%",
                hints: "“from” has to be less than “to”")
        }
        if style.size > height + .tolerance {
            group.reporter.warning(
                at: group.place(of: "text"),
                "type of \(style.size.inPoints) is higher than its strip of \(height.inPoints)",
                hints: "make the strip higher or the type smaller")
        }
        return .text(
            FurnitureText(
                template: template, style: style, row: top / row, rows: height / row, from: from, to: to, place: place))
    }

    private func style(_ group: MappingReader) -> TextStyle {
        var base =
            named[StyleName.body.rawValue].map { body in
                var plain = body
                (plain.align, plain.indent) = (.left, 0)
                return plain
            } ?? LayoutDefaults.plainStyle(styles.units)
        if let name = group.text("style") {
            if let style = named[name] {
                base = style
            } else {
                group.reporter.report(.unknown("style", name, among: named.keys, at: group.node("style")?.place))
            }
        }
        return styles.style(group, over: base)
    }

    private func rule(_ group: MappingReader, _ block: Length?) -> FurniturePart? {
        let kind = group.choice("rule", as: FurnitureRule.Kind.self) ?? .single
        let standard = kind == .single ? LayoutDefaults.ruleThickness : LayoutDefaults.doubleRuleThickness
        let thickness = group.length("thickness", .paper) ?? standard
        let ink = styles.palette.ink("colour", in: group) ?? .black
        return .rule(FurnitureRule(row: top(group, block) / row, kind: kind, thickness: thickness, ink: ink))
    }

    private func image(_ group: MappingReader, _ block: Length?) -> FurniturePart? {
        let (top, height) = strip(group, block)
        guard let file = group.requiredText("image", hint: "name a JPEG or PNG file"),
            let place = group.node("image")?.place
        else { return nil }
        return .image(
            FurnitureImage(file: file.beside(place.file), row: top / row, rows: height / row, place: place))
    }

    private func top(_ group: MappingReader, _ block: Length?) -> Length {
        let top = group.length("top", styles.units) ?? .zero
        if let block, top > block + .tolerance { reportOutside(group, "top", top, block) }
        return top
    }

    private func strip(_ group: MappingReader, _ block: Length?) -> (top: Length, height: Length) {
        let top = top(group, block)
        guard let height = group.length("height", styles.units, atLeast: .pt(1)) else {
            return (top, max(row, (block ?? row) - top))
        }
        if let block, top <= block, top + height > block + .tolerance {
            reportOutside(group, "height", top + height, block)
        }
        return (top, height)
    }

    private func reportOutside(_ group: MappingReader, _ key: String, _ reach: Length, _ block: Length) {
        func rows(_ length: Length) -> String { (length / row).inTenths + "行" }
        group.reporter.error(
            at: group.place(of: key), "the part reaches down to \(rows(reach)), its block is \(rows(block)) high",
            hints: "move it up, or give the block more rows")
    }
}

extension String {
    /// A file named in a layout file is found from the layout file's folder.
    fileprivate func beside(_ layout: String) -> String {
        guard !hasPrefix("/"), let slash = layout.lastIndex(of: "/") else { return self }
        return layout[...slash] + self
    }
}
