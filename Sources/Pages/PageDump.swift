/// A page as text, for people and golden files: one item a line, with children indented.
///
///     page 1 第1版 1105.51 × 1544.88
///       article lead
///         headline 1
///           text 62.36,310.20 NotoSansCJKsc-Black 50 区领导调研…
public struct PageDump: CustomStringConvertible, Sendable {
    public let description: String

    public init(_ page: Page) {
        var dump =
            "page \(page.number) \(page.label) \(Self.number(page.trim.width)) × \(Self.number(page.trim.height))\n"
        for item in page.items { Self.write(item, depth: 1, page.faces, to: &dump) }
        description = dump
    }

    private static func write(_ item: Item, depth: Int, _ faces: FaceTable, to out: inout String) {
        out += String(repeating: "  ", count: depth)
        switch item {
        case .text(let run):
            out += "text \(point(run.origin)) \(faces[run.face].name) \(number(run.size))"
            if run.turn == .clockwise { out += " clockwise" }
            if run.widthScale != 1 { out += " width \(decimal(run.widthScale, 3))" }
            if run.ink != .black { out += " ink \(ink(run.ink))" }
            let last = run.glyphs.last.map { number(Length(points: $0.x)) } ?? "0"
            out += " …\(last) \(run.text)\n"
        case .image(let image):
            let crop = image.crop
            let name = image.file.split(separator: "/").last.map(String.init) ?? image.file
            out += "image \(rect(image.frame)) \(name)"
            out +=
                " crop \(decimal(crop.x, 4)),\(decimal(crop.y, 4)) \(decimal(crop.width, 4)) × \(decimal(crop.height, 4))\n"
        case .rule(let rule):
            out += "rule \(point(rule.from)) – \(point(rule.to)) \(number(rule.thickness)) ink \(ink(rule.ink))"
            if let wave = rule.wave { out += " wave \(number(wave.length)) × \(number(wave.height))" }
            out += "\n"
        case .box(let box):
            out += "box \(rect(box.rect))"
            if let fill = box.fill { out += " fill \(ink(fill))" }
            if let frame = box.frame { out += " frame \(number(frame.thickness)) ink \(ink(frame.ink))" }
            out += "\n"
        case .group(let group):
            out += "\(name(group.role))\n"
            for child in group.items { write(child, depth: depth + 1, faces, to: &out) }
        }
    }

    private static func name(_ role: Group.Role) -> String {
        switch role {
        case .article(let id): "article \(id)"
        case .continuation(let id): "continuation of \(id)"
        case .kicker: "kicker"
        case .headline(let level): "headline \(level)"
        case .deck: "deck"
        case .byline: "byline"
        case .subhead: "subhead"
        case .paragraph(let number): "paragraph \(number)"
        case .figure(let alt): "figure “\(alt)”"
        case .caption: "caption"
        case .quote: "quote"
        case .jumpLine: "jump line"
        case .link(let target): "link to \(name(target))"
        case .furniture(let name): "furniture \(name)"
        case .guide(let name): "guide \(name)"
        }
    }

    private static func name(_ target: LinkTarget) -> String {
        switch target {
        case .article(let id): id
        case .part(let id, let page): "\(id) on page \(page)"
        case .page(let number): "page \(number)"
        case .address(let address): address
        }
    }

    private static func ink(_ ink: Ink) -> String {
        let c = ink.press
        return [c.cyan, c.magenta, c.yellow, c.black].map { decimal($0 * 100, 0) }.joined(separator: "/")
    }

    private static func point(_ p: Point) -> String { "\(number(p.x)),\(number(p.y))" }
    private static func rect(_ r: Rect) -> String {
        "\(number(r.x)),\(number(r.y)) \(number(r.width)) × \(number(r.height))"
    }
    private static func number(_ length: Length) -> String { decimal(length.points, 2) }

    /// A number with at most `places` decimals and without trailing zeros; −0 is 0.
    private static func decimal(_ value: Double, _ places: Int) -> String {
        var scale = 1.0
        for _ in 0..<places { scale *= 10 }
        let scaled = Int((value * scale).rounded())
        let whole = abs(scaled) / Int(scale)
        var fraction = String(abs(scaled) % Int(scale))
        fraction = String(repeating: "0", count: max(0, places - fraction.count)) + fraction
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return (scaled < 0 ? "-" : "") + String(whole) + (fraction.isEmpty || places == 0 ? "" : "." + fraction)
    }
}
