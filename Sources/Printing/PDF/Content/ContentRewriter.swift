internal import Pages

/// Rewrites a page's content stream from Cairo in one pass: it resolves the marker colours to inks and encloses all
/// content in marked-content sequences (ISO 32000-1, 14.6).
struct ContentRewriter: Sendable {
    let inks: InkMarkers.Table
    let colours: ContentColours
    /// The page's pieces of content by the numbers in the markers. Images have no markers; they come in the order of
    /// Cairo's tags.
    let pieces: [PageTags.Piece]
    let tree: StructureTree

    struct Result: Sendable {
        var content: [UInt8]
        /// The structure elements that the marked content belongs to, by marked-content identifier (MCID).
        var owners: [Int] = []
    }

    /// Content that Cairo never writes for our pages. The PDF is not made rather than made wrong.
    struct UnexpectedContent: Error, CustomStringConvertible {
        let description: String
    }

    /// - Throws: `UnexpectedContent` for a colour or a tag that cannot be resolved.
    func rewrite(_ content: [UInt8]) throws -> Result {
        var pass = Pass(self, content)
        return try pass.run()
    }

    /// The state of one pass over a content stream.
    private struct Pass {
        let rewriter: ContentRewriter
        var tokens: ContentTokenizer
        var out: [UInt8] = []
        var owners: [Int] = []
        var state = GraphicsState()
        var stack: [GraphicsState] = []
        /// The indices of the image pieces.
        let images: [Int]
        /// The current piece of content.
        var piece: Int?
        var isImage = false
        /// The number of marked-content sequences that are open for the current piece.
        var openSequences = 0
        /// The depth of the graphics state stack where they were opened.
        var openedAtDepth = 0
        /// The number of open ActualText spans that Cairo itself wrote within a piece.
        var cairoSpans = 0

        /// The part of the graphics state that is rewritten.
        struct GraphicsState {
            var stroke: ContentColours.Colour?
            var fill: ContentColours.Colour?
            var overprint = Overprint()
        }

        init(_ rewriter: ContentRewriter, _ content: [UInt8]) {
            self.rewriter = rewriter
            tokens = ContentTokenizer(content)
            images = rewriter.pieces.indices.filter { rewriter.pieces[$0].isImage }
            out.reserveCapacity(content.count + rewriter.pieces.count * 16)
        }

        mutating func run() throws -> Result {
            while let operation = tokens.next() {
                let name = operation.name
                let isKept: Bool
                switch tokens.bytes[name.lowerBound] {
                case UInt8(ascii: "r") where tokens.isEqual(name, "rg"):
                    try setColour(isStroke: false)
                    isKept = false
                case UInt8(ascii: "R") where tokens.isEqual(name, "RG"):
                    try setColour(isStroke: true)
                    isKept = false
                case UInt8(ascii: "c") where tokens.isEqual(name, "cs"),
                    UInt8(ascii: "s") where tokens.isEqual(name, "scn"):
                    state.fill = nil
                    isKept = true
                case UInt8(ascii: "C") where tokens.isEqual(name, "CS"),
                    UInt8(ascii: "S") where tokens.isEqual(name, "SCN"):
                    state.stroke = nil
                    isKept = true
                case UInt8(ascii: "B") where tokens.isEqual(name, "BDC"): isKept = try beginMarkedContent()
                case UInt8(ascii: "E") where tokens.isEqual(name, "EMC"): isKept = endMarkedContent()
                case UInt8(ascii: "q") where name.count == 1:
                    stack.append(state)
                    isKept = true
                case UInt8(ascii: "Q") where name.count == 1:
                    // PDF readers place an ActualText by the graphics state at its end, so it ends before the state does.
                    if !isImage, stack.count <= openedAtDepth { close() }
                    state = stack.popLast() ?? GraphicsState()
                    isKept = true
                // Operators that begin text, a path, an image or a shading.
                case UInt8(ascii: "B") where tokens.isEqual(name, "BT"), UInt8(ascii: "m") where name.count == 1,
                    UInt8(ascii: "r") where tokens.isEqual(name, "re"),
                    UInt8(ascii: "D") where tokens.isEqual(name, "Do"),
                    UInt8(ascii: "s") where tokens.isEqual(name, "sh"):
                    open()
                    isKept = true
                default: isKept = true
                }
                guard isKept else { continue }
                out += tokens.bytes[operation.range]
                out.append(10)
            }
            close()
            return Result(content: out, owners: owners)
        }

        // MARK: Operators

        /// Replaces a colour of Cairo's. If it is a marker of another piece, the piece begins here.
        private mutating func setColour(isStroke: Bool) throws {
            let operands = tokens.operands.compactMap(tokens.number)
            guard operands.count == 3 else {
                throw UnexpectedContent(description: "a colour in the page's content has not three components")
            }
            let (ink, number) = rewriter.inks.ink(red: operands[0], green: operands[1], blue: operands[2])
            if let number, !isImage, number != piece, rewriter.pieces.indices.contains(number) {
                close()
                piece = number
            }
            let colour = rewriter.colours.colour(of: ink)
            // Each piece sets its marker colour again, usually with the ink already in force.
            if colour == (isStroke ? state.stroke : state.fill) { return }
            if isStroke { state.stroke = colour } else { state.fill = colour }
            write(colour.operation(isStroke: isStroke))
            guard rewriter.colours.blackOverprints else { return }
            var overprint = state.overprint
            if isStroke { overprint.strokes = colour.isSolidBlack } else { overprint.fills = colour.isSolidBlack }
            if overprint != state.overprint { write("/\(overprint.name) gs") }
            state.overprint = overprint
        }

        /// Begins an image piece at one of Cairo's tags.
        ///
        /// - Returns: whether the operator stays in the content, as that of an ActualText span does.
        private mutating func beginMarkedContent() throws -> Bool {
            if isActualTextSpan {
                open()
                cairoSpans += 1
                return true
            }
            close()
            guard let index = tagNumber, images.indices.contains(index) else {
                throw UnexpectedContent(description: "a tag in the page's content has no valid number")
            }
            (piece, isImage) = (images[index], true)
            return false
        }

        /// Ends an image piece or an ActualText span.
        ///
        /// - Returns: whether the operator stays in the content.
        private mutating func endMarkedContent() -> Bool {
            if cairoSpans > 0 {
                cairoSpans -= 1
                return true
            }
            close()
            (piece, isImage) = (nil, false)
            return false
        }

        /// Whether Cairo begins a span with ActualText, for a glyph whose text differs from its font's: é for e and an
        /// accent.
        private var isActualTextSpan: Bool {
            guard tokens.operands.count == 2, tokens.isEqual(tokens.operands[0], "/Span") else { return false }
            return tokens.bytes[tokens.operands[1]].firstRange(of: Array("/ActualText".utf8)) != nil
        }

        /// The number in “/P <</MCID 12>> BDC”.
        private var tagNumber: Int? {
            guard let properties = tokens.operands.last else { return nil }
            let digits = tokens.bytes[properties].filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
            return Int(String(decoding: digits, as: UTF8.self))
        }

        // MARK: Marked content

        /// Opens the marked-content sequence of the current piece, unless it is open.
        private mutating func open() {
            guard openSequences == 0 else { return }
            (openSequences, openedAtDepth) = (1, stack.count)
            let piece = piece.map { rewriter.pieces[$0] }
            let text = piece?.actualText
            if case .element(let element)? = piece?.owner {
                owners.append(element)
                out.append(UInt8(ascii: "/"))
                // Some readers look for ActualText in spans only.
                out += (text == nil ? rewriter.tree.elements[element].type : "Span").utf8
                out += " <</MCID \(owners.count - 1)\(text == nil ? "" : " ")".utf8
                if let text { write(actualText: text) }
                write(">> BDC")
            } else {
                write("/Artifact BMC")
                guard let text else { return }
                out += "/Span <<".utf8
                write(actualText: text)
                write(">> BDC")
                openSequences = 2
            }
        }

        private mutating func close() {
            for _ in 0..<openSequences { write("EMC") }
            openSequences = 0
        }

        private mutating func write(actualText text: String) {
            out += "/ActualText ".utf8
            PDFSyntax.append(text: text, to: &out)
        }

        private mutating func write(_ line: String) {
            out += line.utf8
            out.append(10)
        }
    }
}
