internal import CCMark

/// A Markdown text as a tree of values. The nodes of cmark are converted and freed before the initializer returns.
struct MarkdownTree: Sendable {
    /// A block: its kind and its lines.
    struct Block: Sendable {
        indirect enum Kind: Sendable {
            case paragraph([Inline])
            case heading(level: Int, [Inline])
            case quote([Block])
            /// A list, with the number of its first item and the character after it (`1.`, `1)`); nil for bullets.
            case list(from: (number: Int, stop: String)?, items: [[Block]])
            /// Code or HTML, which is text here.
            case literal(String)
            case comment
            case rule
        }
        var kind: Kind
        /// The first and last line in the text, from 1.
        var firstLine: Int
        var lastLine: Int
    }

    /// An inline element: its kind and its position.
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
        /// The column, from 1, in bytes of UTF-8.
        var column: Int
    }

    let blocks: [Block]

    /// The most levels of quotations, list items, bold, emphasised and linked words inside each other. Printed copy has
    /// three. A level takes about 1 KB of the stack, and threads of Dispatch have 512 KB.
    static let mostLevels = 40

    /// An element that is too deep inside others.
    struct TooDeep: Error {
        /// The position of the element, or of the nearest one around it that has a position: a line of the text and a byte
        /// of the line, from 1.
        var line: Int
        var column: Int
    }

    /// - Throws: `TooDeep` for the first element with more than `mostLevels` others around it. cmark itself does not
    ///   recurse, so any text can be parsed.
    init(parsing text: String) throws(TooDeep) {
        var masked = PunctuationMask.masking(text)
        let root = masked.withUTF8 { bytes in
            bytes.withMemoryRebound(to: CChar.self) {
                cmark_parse_document($0.baseAddress, $0.count, CMARK_OPT_DEFAULT)
            }
        }
        defer { cmark_node_free(root) }
        if let deep = Self.tooDeep(in: root) { throw deep }
        blocks = Self.children(of: root).map(Self.block)
    }

    /// Walks through the tree without recursion.
    private static func tooDeep(in root: OpaquePointer?) -> TooDeep? {
        guard var node = root else { return nil }
        var levels = 0
        var place = TooDeep(line: 1, column: 1)
        while true {
            if let child = cmark_node_first_child(node) {
                // A list and its items are one level.
                if cmark_node_get_type(node) != CMARK_NODE_LIST { levels += 1 }
                node = child
                let line = Int(cmark_node_get_start_line(node))
                if line > 0 { place = TooDeep(line: line, column: Int(cmark_node_get_start_column(node))) }
                // The document and a paragraph in it are two.
                if levels > mostLevels + 2 { return place }
                continue
            }
            while node != root, cmark_node_next(node) == nil {
                guard let parent = cmark_node_parent(node) else { return nil }
                node = parent
                if cmark_node_get_type(node) != CMARK_NODE_LIST { levels -= 1 }
            }
            guard node != root, let next = cmark_node_next(node) else { return nil }
            node = next
        }
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
        cmark_node_get_literal(node).map { PunctuationMask.unmasking(String(cString: $0)) } ?? ""
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
            return .image(file: cmark_node_get_url(node).map { PunctuationMask.unmasking(String(cString: $0)) } ?? "")
        case CMARK_NODE_HTML_INLINE:
            let html = literal(node)
            return isComment(html) ? .comment : .text(html)
        default: return .text(literal(node))
        }
    }

    private static func isComment(_ html: String) -> Bool { html.hasPrefix("<!--") }
}

/// Masks Chinese punctuation during parsing, so that `**` and `*` work beside it.
///
/// CommonMark's rule for emphasis (section 6.2, left- and right-flanking runs) depends on the characters on both sides
/// of the stars. A star between an ideograph and a quotation mark, as in 树立**“安全第一”**思想, can neither open nor close
/// emphasis, so the stars would be printed. The rule assumes spaces between words. During parsing, Unicode
/// noncharacters therefore replace the Chinese punctuation marks, and the parser treats them as letters. Both have
/// three bytes in UTF-8, so columns stay correct.
enum PunctuationMask {
    private static let marks = Array("“”‘’（）《》〈〉「」『』【】〔〕—…，。、；：？！～％‰－／".unicodeScalars)
    /// U+FDD0 to U+FDEF, which never occur in text.
    private static let first: UInt32 = 0xFDD0

    /// The text with noncharacters in place of the marks.
    static func masking(_ text: String) -> String {
        replacing(text) { scalar in
            marks.firstIndex(of: scalar).map { Unicode.Scalar(first + UInt32($0))! }
        }
    }

    /// The text with its marks restored.
    static func unmasking(_ text: String) -> String {
        replacing(text) { scalar in
            (first..<first + UInt32(marks.count)).contains(scalar.value) ? marks[Int(scalar.value - first)] : nil
        }
    }

    private static func replacing(_ text: String, with replacement: (Unicode.Scalar) -> Unicode.Scalar?) -> String {
        var view = String.UnicodeScalarView()
        for scalar in text.unicodeScalars { view.append(scalar.isASCII ? scalar : replacement(scalar) ?? scalar) }
        return String(view)
    }
}
