internal import CCMark

/// A Markdown text as a tree of values: cmark's nodes are copied and freed before anyone sees them.
struct MarkdownTree: Sendable {
    struct Block: Sendable {
        indirect enum Kind: Sendable {
            case paragraph([Inline])
            case heading(level: Int, [Inline])
            case quote([Block])
            /// The number of the first item and the mark behind it (`1.`, `1)`); nil for bullets.
            case list(from: (number: Int, stop: String)?, items: [[Block]])
            /// Code and HTML: text that Markdown sets as it is.
            case literal(String)
            case comment
            case rule
        }
        var kind: Kind
        /// Lines of the text, from 1.
        var firstLine: Int
        var lastLine: Int
    }

    struct Inline: Sendable {
        indirect enum Kind: Sendable {
            case text(String)
            case softBreak
            case hardBreak
            case strong([Inline])
            case emphasis([Inline])
            case link([Inline])
            case image(file: String)
            case comment
        }
        var kind: Kind
        var line: Int
        /// From 1, in bytes of UTF-8.
        var column: Int
    }

    let blocks: [Block]

    init(parsing text: String) {
        var shielded = PunctuationShield.raised(text)
        let root = shielded.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
        defer { cmark_node_free(root) }
        blocks = Self.children(of: root).map(Self.block)
    }

    private static func children(of node: OpaquePointer?) -> [OpaquePointer] {
        var children: [OpaquePointer] = []
        var next = cmark_node_first_child(node)
        while let child = next {
            children.append(child)
            next = cmark_node_next(child)
        }
        return children
    }

    private static func literal(_ node: OpaquePointer) -> String {
        cmark_node_get_literal(node).map { PunctuationShield.lowered(String(cString: $0)) } ?? ""
    }

    private static func block(_ node: OpaquePointer) -> Block {
        Block(
            kind: kind(ofBlock: node), firstLine: Int(cmark_node_get_start_line(node)),
            lastLine: Int(cmark_node_get_end_line(node)))
    }

    private static func kind(ofBlock node: OpaquePointer) -> Block.Kind {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_HEADING:
            return .heading(level: Int(cmark_node_get_heading_level(node)), children(of: node).map(inline))
        case CMARK_NODE_BLOCK_QUOTE: return .quote(children(of: node).map(block))
        case CMARK_NODE_LIST:
            let items = children(of: node).map { children(of: $0).map(block) }
            guard cmark_node_get_list_type(node) == CMARK_ORDERED_LIST else { return .list(from: nil, items: items) }
            let stop = cmark_node_get_list_delim(node) == CMARK_PAREN_DELIM ? ")" : "."
            return .list(from: (Int(cmark_node_get_list_start(node)), stop), items: items)
        case CMARK_NODE_CODE_BLOCK: return .literal(literal(node))
        case CMARK_NODE_HTML_BLOCK:
            let html = literal(node)
            return isComment(html) ? .comment : .literal(html)
        case CMARK_NODE_THEMATIC_BREAK: return .rule
        default: return .paragraph(children(of: node).map(inline))
        }
    }

    private static func inline(_ node: OpaquePointer) -> Inline {
        Inline(
            kind: kind(ofInline: node), line: Int(cmark_node_get_start_line(node)),
            column: Int(cmark_node_get_start_column(node)))
    }

    private static func kind(ofInline node: OpaquePointer) -> Inline.Kind {
        switch cmark_node_get_type(node) {
        case CMARK_NODE_SOFTBREAK: return .softBreak
        case CMARK_NODE_LINEBREAK: return .hardBreak
        case CMARK_NODE_STRONG: return .strong(children(of: node).map(inline))
        case CMARK_NODE_EMPH: return .emphasis(children(of: node).map(inline))
        case CMARK_NODE_LINK: return .link(children(of: node).map(inline))
        case CMARK_NODE_IMAGE:
            return .image(file: cmark_node_get_url(node).map { PunctuationShield.lowered(String(cString: $0)) } ?? "")
        case CMARK_NODE_HTML_INLINE:
            let html = literal(node)
            return isComment(html) ? .comment : .text(html)
        default: return .text(literal(node))
        }
    }

    private static func isComment(_ html: String) -> Bool { html.hasPrefix("<!--") }
}
