import Diagnostics
import Files
import MarkedYAML
import Pages

/// Reads one of the `parts` of a piece of furniture: a text, a rule, an image, a band or the index of the day.
///
///     - {text: '{paper.name}', font: song-heavy, size: 96pt, align: spread, colour: red, top: 0行, height: 9行}
///     - {rule: thick-thin, top: 11行, thickness: 1.5pt, colour: red}
///     - {image: nameplate.svg, top: 0行, height: 9行, align: center}
///     - {band: red, top: 0行, height: 2行, to: 30%}
///     - {index: '{page}版　{title}', entries: 6, top: 3行}
///
/// `top` is the distance from the block's upper edge. `height` is the height of the strip in whose middle the part stands;
/// by default it is the rest of the block. `from` and `to` are the ends of the strip as shares of the block's width.
struct FurniturePartReader {
    let styles: StyleReader
    /// The styles that a text may name.
    let named: [String: TextStyle]
    /// The grid's leading, the unit of distances in furniture.
    let row: Length

    /// The most entries of an index.
    static let mostEntries = 40

    /// - Parameters:
    ///   - block: the block as messages name it.
    ///   - height: the block's height; nil if its position is wrong.
    func part(_ node: YAMLNode, of block: String, height: Length?) -> FurniturePart? {
        let reporter = styles.reporter
        let kinds: [(key: String, read: (MappingReader, Length?) -> FurniturePart?)] = [
            ("text", text), ("rule", rule), ("image", image), ("band", band), ("index", index),
        ]
        let group = MappingReader(node, as: "a part of \(block)", reporter)
        let present = kinds.filter { group.keys.contains($0.key) }
        guard present.count == 1 else {
            reporter.error(
                at: node.place, "a part of \(block) has to be one text, rule, image, band or index",
                hints: "write “text: …”, “rule: single”, “image: FILE”, “band: COLOUR” or “index: '{page}版　{title}'”")
            return nil
        }
        let part = present[0].read(group, height)
        group.finish()
        return part
    }

    private func text(_ group: MappingReader, _ block: Length?) -> FurniturePart? {
        let style = style(group)
        let direction = group.choice("direction", as: LineDirection.self) ?? .horizontal
        let strip = strip(group, block)
        guard
            let template = template(
                "text", in: group, most: Self.mostCharacters, "write the text, such as '{date}　{weekday}'")
        else {
            return nil
        }
        let place = group.node("text")?.place ?? group.place
        Placeholder.check(template, at: place, group.reporter)
        let lines = template.split(separator: "\n", omittingEmptySubsequences: false).count
        if direction == .horizontal { reportHeight(of: style, lines: lines, in: strip, group, "text") }
        return .text(
            FurnitureText(template: template, style: style, strip: strip, direction: direction, place: place))
    }

    private func index(_ group: MappingReader, _ block: Length?) -> FurniturePart? {
        let style = style(group)
        let entries = group.count("entries", of: .none, in: 1...Self.mostEntries)
        let strip = strip(group, block)
        guard
            let template = template(
                "index", in: group, most: Self.mostEntryCharacters, "write an entry, such as '{page}版　{title}'")
        else {
            return nil
        }
        let place = group.node("index")?.place ?? group.place
        Placeholder.check(template, allowing: Placeholder.entryNames, at: place, group.reporter)
        reportHeight(of: style, lines: 1, in: strip, group, "index")
        return .index(
            FurnitureIndex(
                template: template, entries: entries ?? Self.mostEntries, style: style, strip: strip, place: place))
    }

    /// The most characters of a text: half a broadsheet page.
    private static let mostCharacters = 5_000
    /// The most characters of an entry of an index, in which a title may be repeated.
    private static let mostEntryCharacters = 100

    private func template(_ key: String, in group: MappingReader, most: Int, _ hint: String) -> String? {
        if let node = group.node(key), node.text == nil {
            group.reporter.error(
                at: node.place, "“\(key)” has to be a text, this is \(node.kind)",
                hints: "put a text with braces in quotes: '{date}'")
            return nil
        }
        guard var template = group.requiredText(key, hint: hint) else { return nil }
        // A YAML block text ends with a line break that is not part of the text.
        while template.last?.isNewline == true { template.removeLast() }
        guard template.count <= most else {
            group.reporter.error(
                at: group.place(of: key),
                "“\(key)” has \(template.count) characters, and at most \(most) can be typeset",
                hints: "is a line end or a quotation mark missing?")
            return nil
        }
        return template
    }

    /// Warns if lines are higher than their strip.
    private func reportHeight(
        of style: TextStyle, lines: Int, in strip: FurnitureStrip, _ group: MappingReader, _ key: String
    ) {
        let height = row * strip.rows
        let needed = style.size + style.leading * Double(lines - 1)
        guard needed > height + .tolerance else { return }
        group.reporter.warning(
            at: group.place(of: key),
            lines == 1
                ? "type of \(style.size.inPoints) is higher than its strip of \(height.inPoints)"
                : "\(lines) lines of \(style.size.inPoints) are \(needed.inPoints) high, their strip \(height.inPoints)",
            hints: "make the strip higher or the type smaller")
    }

    /// The style of a text: the named one or, without a name, the body's without alignment and indent, with the group's own
    /// keys on top.
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
        let isDouble = kind == .thickThin || kind == .thinThick
        let standard = isDouble ? LayoutDefaults.doubleRuleThickness : LayoutDefaults.ruleThickness
        let thickness = group.length("thickness", .paper) ?? standard
        let ink = styles.palette.ink("colour", in: group) ?? .black
        return .rule(FurnitureRule(strip: strip(group, block), kind: kind, thickness: thickness, ink: ink))
    }

    private func band(_ group: MappingReader, _ block: Length?) -> FurniturePart? {
        let ink = styles.palette.ink("band", in: group)
        return .band(FurnitureBand(strip: strip(group, block), ink: ink ?? .black))
    }

    private func image(_ group: MappingReader, _ block: Length?) -> FurniturePart? {
        let strip = strip(group, block)
        let align = group.choice("align", as: TextStyle.Alignment.self) ?? .center
        guard let file = group.requiredText("image", hint: "name a JPEG, PNG or SVG file"),
            let place = group.node("image")?.place
        else { return nil }
        guard FolderRoots.isInside(file) else {
            group.reporter.error(
                at: place, "the picture “\(file)” is not beside the layout file",
                hints: "put the picture into the layout file's folder and write only its name")
            return nil
        }
        return .image(FurnitureImage(file: file.beside(place.file), strip: strip, align: align, place: place))
    }

    private func strip(_ group: MappingReader, _ block: Length?) -> FurnitureStrip {
        let top = group.length("top", styles.units) ?? .zero
        if let block, top > block + .tolerance { reportOutside(group, "top", top, block) }
        var height = max(row, (block ?? row) - top)
        if let given = group.length("height", styles.units, atLeast: .pt(1)) {
            height = given
            if let block, top <= block, top + height > block + .tolerance {
                reportOutside(group, "height", top + height, block)
            }
        }
        let from = group.share("from") ?? 0
        let to = group.share("to") ?? 1
        if from >= to {
            group.reporter.error(
                at: group.place(of: "from"), "a part cannot reach from \(Int(from * 100))% to \(Int(to * 100))%",
                hints: "“from” has to be less than “to”")
        }
        return FurnitureStrip(row: top / row, rows: height / row, from: from, to: to)
    }

    private func reportOutside(_ group: MappingReader, _ key: String, _ reach: Length, _ block: Length) {
        func rows(_ length: Length) -> String { (length / row).inTenths + "行" }
        group.reporter.error(
            at: group.place(of: key), "the part reaches down to \(rows(reach)), its block is \(rows(block)) high",
            hints: "move it up, or give the block more rows")
    }
}

extension String {
    /// The path of a file that a layout file names, relative to the layout file's folder.
    fileprivate func beside(_ layout: String) -> String {
        guard let slash = layout.lastIndex(of: "/") else { return self }
        return layout[...slash] + self
    }
}
