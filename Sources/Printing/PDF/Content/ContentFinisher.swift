internal import Pages

/// Goes once through a page's content as Cairo wrote it, and gives it what Cairo cannot: inks instead of their numbers,
/// and for every mark of ink whose it is.
struct ContentFinisher: Sendable {
    let inks: InkMarkers.List
    let colours: ContentColours
    /// The page's pieces of content, by the numbers that their inks carry; pictures in the order of Cairo's tags.
    let pieces: [PageTags.Piece]
    /// The structure that they belong to.
    let tree: StructureTree

    /// What is in force where content is painted.
    private struct Inked {
        var lines: ContentColours.Colour?
        var areas: ContentColours.Colour?
        var overprint = Overprint()
    }

    struct Finished: Sendable {
        var content: [UInt8]
        /// The elements that the page's content belongs to, by the numbers that it has in the file.
        var owners: [Int] = []
    }

    /// What cannot be: an operator that Cairo never writes for our pages. Better no file than a wrong one.
    struct Unexpected: Error, CustomStringConvertible {
        let description: String
    }

    func finish(_ content: [UInt8]) throws -> Finished {
        var tokens = ContentTokenizer(content)
        var out: [UInt8] = [], owners: [Int] = []
        out.reserveCapacity(content.count + pieces.count * 16)
        var state = Inked()
        var saved: [Inked] = []
        let pictures = pieces.indices.filter { pieces[$0].isPicture }
        var own: Int?
        var piece: PageTags.Piece? { own.map { pieces[$0] } }
        var isPicture = false
        var depth = 0
        // How many states were saved where it was opened.
        var openedAt = 0
        // Texts that Cairo writes beside glyphs itself, inside a piece.
        var spans = 0

        func put(_ text: String) {
            out += text.utf8
            out.append(10)
        }
        func open() {
            guard depth == 0 else { return }
            (depth, openedAt) = (1, saved.count)
            // Some readers look for a text beside glyphs in spans alone.
            let text = piece?.text
            if case .element(let element)? = piece?.owner {
                owners.append(element)
                out.append(UInt8(ascii: "/"))
                out += (text == nil ? tree.elements[element].type : "Span").utf8
                out += " <</MCID \(owners.count - 1)\(text == nil ? "" : " ")".utf8
                if let text { put(actual: text) }
                put(">> BDC")
            } else {
                put("/Artifact BMC")
                guard let text else { return }
                out += "/Span <<".utf8
                put(actual: text)
                put(">> BDC")
                depth = 2
            }
        }
        func put(actual text: String) {
            out += "/ActualText ".utf8
            PDFSyntax.append(text: text, to: &out)
        }
        func close() {
            for _ in 0..<depth { put("EMC") }
            depth = 0
        }

        while let operation = tokens.next() {
            let name = operation.name
            switch content[name.lowerBound] {
            case UInt8(ascii: "r") where tokens.isEqual(name, "rg"), UInt8(ascii: "R") where tokens.isEqual(name, "RG"):
                let isLine = content[name.lowerBound] == UInt8(ascii: "R")
                let parts = tokens.operands.compactMap(tokens.number)
                guard parts.count == 3 else {
                    throw Unexpected(description: "a colour of the page's content is no colour")
                }
                let (ink, number) = inks.ink(red: parts[0], green: parts[1], blue: parts[2])
                if let number, !isPicture, number != own, pieces.indices.contains(number) {
                    close()
                    own = number
                }
                let colour = colours.colour(of: ink)
                // Each piece brings its colour along, which mostly is there already.
                if colour == (isLine ? state.lines : state.areas) { continue }
                if isLine { state.lines = colour } else { state.areas = colour }
                put(colour.operation(isLine: isLine))
                guard colours.blackOverprints else { continue }
                var wanted = state.overprint
                if isLine { wanted.lines = colour.isSolidBlack } else { wanted.areas = colour.isSolidBlack }
                if wanted != state.overprint { put("/\(wanted.name) gs") }
                state.overprint = wanted
                continue
            case UInt8(ascii: "c") where tokens.isEqual(name, "cs"),
                UInt8(ascii: "s") where tokens.isEqual(name, "scn"):
                state.areas = nil
            case UInt8(ascii: "C") where tokens.isEqual(name, "CS"),
                UInt8(ascii: "S") where tokens.isEqual(name, "SCN"):
                state.lines = nil
            case UInt8(ascii: "B") where tokens.isEqual(name, "BDC"):
                if Self.isText(tokens) {
                    open()
                    spans += 1
                    break
                }
                close()
                guard let place = Self.number(in: tokens), pictures.indices.contains(place) else {
                    throw Unexpected(description: "a piece of the page's content has no number")
                }
                (own, isPicture) = (pictures[place], true)
                continue
            case UInt8(ascii: "E") where tokens.isEqual(name, "EMC"):
                if spans > 0 {
                    spans -= 1
                    break
                }
                close()
                (own, isPicture) = (nil, false)
                continue
            case UInt8(ascii: "q") where name.count == 1: saved.append(state)
            case UInt8(ascii: "Q") where name.count == 1:
                // Readers place a text beside glyphs by what is in force where it ends.
                if !isPicture, saved.count <= openedAt { close() }
                state = saved.popLast() ?? Inked()
            // What begins text, a path or a picture has to belong to somebody.
            case UInt8(ascii: "B") where tokens.isEqual(name, "BT"), UInt8(ascii: "m") where name.count == 1,
                UInt8(ascii: "r") where tokens.isEqual(name, "re"), UInt8(ascii: "D") where tokens.isEqual(name, "Do"),
                UInt8(ascii: "s") where tokens.isEqual(name, "sh"):
                open()
            default: break
            }
            out += content[operation.range]
            out.append(10)
        }
        close()
        return Finished(content: out, owners: owners)
    }

    /// Whether marked content begins that Cairo wrote for a glyph which its font calls otherwise: é for e and an accent.
    private static func isText(_ tokens: ContentTokenizer) -> Bool {
        guard tokens.operands.count == 2, tokens.isEqual(tokens.operands[0], "/Span") else { return false }
        return tokens.bytes[tokens.operands[1]].firstRange(of: Array("/ActualText".utf8)) != nil
    }

    /// The number in “/P <</MCID 12>> BDC”.
    private static func number(in tokens: ContentTokenizer) -> Int? {
        guard let properties = tokens.operands.last else { return nil }
        let digits = tokens.bytes[properties].filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
        return Int(String(decoding: digits, as: UTF8.self))
    }
}

/// Whether lines and areas are printed over what is below them, as presses want of solid black: then no white shows where
/// plates do not meet.
struct Overprint: Hashable, CaseIterable {
    var lines = false
    var areas = false

    static let allCases = [(false, false), (false, true), (true, false), (true, true)].map(Overprint.init)

    /// The name of the graphics state that says so.
    var name: String { "O\(lines ? 1 : 0)\(areas ? 1 : 0)" }
    var dictionary: String { "<</Type /ExtGState /OP \(lines) /op \(areas) /OPM 1>>" }
}
