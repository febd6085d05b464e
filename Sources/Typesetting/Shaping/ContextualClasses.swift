/// Classes that depend on a character's neighbours.
enum ContextualClasses {
    /// Corrects the classes and joints of cells that have the classes of their scalars.
    static func resolve(_ cells: inout [Cell]) {
        for i in cells.indices {
            switch cells[i].scalar {
            case "\u{2019}": apostrophe(&cells, i)
            case "·": latinDot(&cells, i)
            case "：": clock(&cells, i)
            case "—", "―", "⸺": dash(&cells, i)
            case "①"..."⓿", "❶"..."➓", "㈠"..."㈩", "*", "＊", "※": noteSign(&cells, i)
            case "[", "［", "〔": numberedNote(&cells, i)
            default: break
            }
        }
    }

    /// ’ between Latin letters is an apostrophe and not a closing quotation mark.
    private static func apostrophe(_ cells: inout [Cell], _ i: Int) {
        guard i > 0, i + 1 < cells.count, cells[i - 1].kind == .latin, cells[i + 1].kind == .latin else { return }
        cells[i].kind = .latin
        (cells[i].left, cells[i].right, cells[i].width, cells[i].shift) = (0, 0, apostropheWidth, 0)
    }

    /// The em that an apostrophe takes: its ink is at the left of the quotation mark's half em.
    private static let apostropheWidth = 0.3

    /// · between Latin letters (kW·h) is a multiplication sign. It takes half an em and belongs to its word.
    private static func latinDot(_ cells: inout [Cell], _ i: Int) {
        guard i > 0, i + 1 < cells.count, cells[i - 1].kind.isWestern, cells[i + 1].kind.isWestern else { return }
        cells[i].kind = .westernSign
        (cells[i].left, cells[i].right) = (0, 0)
    }

    /// ： between figures is part of a time or a score, which is one figure (CLREQ 5.7).
    private static func clock(_ cells: inout [Cell], _ i: Int) {
        guard i > 0, i + 1 < cells.count, isFigure(cells[i - 1]), isFigure(cells[i + 1]) else { return }
        cells[i].joint = .closed
    }

    private static func isFigure(_ cell: Cell) -> Bool { cell.kind == .digit || cell.kind == .wideWestern }

    /// A single — joins two words and stays with the first of them; only —— is a dash (CLREQ 5.1.1.2).
    private static func dash(_ cells: inout [Cell], _ i: Int) {
        guard cells[i].kind == .dash else { return }
        let isPair =
            cells[i].utf8.count > UTF8.width(cells[i].scalar)
            || i > 0 && cells[i - 1].kind == .dash || i + 1 < cells.count && cells[i + 1].scalar == cells[i].scalar
            || cells[i].scalar == "⸺"
        if !isPair { cells[i].kind = .connector }
    }

    /// ① ※ * after a word or a closing mark are note marks, and stay with it (CLREQ 6.1.2.3). After a pause or stop mark
    /// they number a list item.
    private static func noteSign(_ cells: inout [Cell], _ i: Int) {
        guard i > 0, isAnnotated(cells[i - 1]) else { return }
        let isLast = i + 1 == cells.count
        // Before a letter or a figure, as in “①GDP”, the sign numbers an item.
        guard isLast || !cells[i + 1].kind.isWestern else { return }
        cells[i].kind = .noteMark
    }

    /// 〔1〕 and [1] after a word stay with it (CLREQ 6.1.2.3).
    private static func numberedNote(_ cells: inout [Cell], _ i: Int) {
        guard i > 0, isAnnotated(cells[i - 1]) else { return }
        var end = i + 1
        while end < cells.count, isFigure(cells[end]) { end += 1 }
        guard end > i + 1, end - i <= longestNote, end < cells.count, ["]", "］", "〕"].contains(cells[end].scalar) else {
            return
        }
        cells[i - 1].joint = .closed
    }

    /// The most cells of a note's bracket and number: a number of more than three figures is a year.
    private static let longestNote = 4

    private static func isAnnotated(_ cell: Cell) -> Bool {
        cell.kind.isCharacter || cell.kind == .closing || cell.kind == .noteMark
    }
}
