internal import Pages

extension Shaper {
    /// Composes the annotations of a text and makes room for them. Words with one annotation become one cell, and cells
    /// are moved apart where annotations would collide (CLREQ 5.5.3–5.5.7).
    func annotate(_ shaped: inout ShapedText, language: String, vertical: VerticalOptions?) {
        // Backwards, because joining cells changes the indices of those after them.
        for span in shaped.spans.indices.reversed() {
            if shaped.spans[span].emphasis {
                shaped.dots[span] = standaloneGlyph(EmphasisDots.character, role: shaped.spans[span].role)
            }
            guard let ruby = shaped.spans[span].ruby else { continue }
            guard let first = shaped.cells.firstIndex(where: { $0.span == span }) else { continue }
            let cells = first..<(shaped.cells[first...].firstIndex { $0.span != span } ?? shaped.cells.count)
            let role = ruby.role ?? shaped.spans[span].role
            let syllables = ruby.text.split(separator: " ").map(String.init)
            let characters = cells.filter { shaped.cells[$0].kind.isHan }
            switch ruby.kind {
            case .zhuyin:
                for (cell, syllable) in zip(characters, syllables) {
                    shaped.add(zhuyin(syllable, role: role, base: shaped.cells[cell].width), at: cell)
                }
            case .pinyin where syllables.count == characters.count:
                for (cell, syllable) in zip(characters, syllables) {
                    let base = shaped.cells[cell].width
                    shaped.add(line(syllable, ruby.kind, role, base: base, language, vertical), at: cell)
                }
            case .pinyin, .gloss: annotateWord(cells, ruby, role, &shaped, language, vertical)
            case .comment:
                shaped.add(line(ruby.text, .comment, role, base: 0, language, vertical), at: first)
            }
        }
        shaped.spaceNotes()
    }

    private func annotateWord(
        _ cells: Range<Int>, _ ruby: Ruby, _ role: String, _ shaped: inout ShapedText, _ language: String,
        _ vertical: VerticalOptions?
    ) {
        let base = shaped.cells[cells].reduce(0) { $0 + $1.left + $1.width + $1.right }
        var note = line(ruby.text, ruby.kind, role, base: base, language, vertical)
        note.isWord = true
        // A gloss opens the Han characters below it, or its own if it is the shorter; Western text is centred (5.5.6).
        var opening = 0.0
        let isHan = shaped.cells[cells].allSatisfy { $0.kind.isHan }
        if ruby.kind == .gloss, note.width > base, isHan {
            opening = (note.width - base) / Double(cells.count)
            note.base = note.width
        }
        if ruby.kind == .gloss, note.width < base { note.spread(over: base) }
        // Cells of different faces or turns cannot be joined. The annotation then belongs to the first of them and stands
        // over all.
        let (face, turn) = (shaped.cells[cells.lowerBound].face, shaped.cells[cells.lowerBound].turn)
        if shaped.cells[cells].allSatisfy({ $0.face == face && $0.turn == turn }) {
            shaped.join(cells, opening: opening)
        }
        shaped.add(note, at: cells.lowerBound)
    }

    /// An annotation as a line of small type.
    private func line(
        _ text: String, _ kind: Ruby.Kind, _ role: String, base: Double, _ language: String,
        _ vertical: VerticalOptions?
    ) -> Note {
        let small = shape(
            StyledText(text, role: role), language: language, halfWidthFigures: false, vertical: vertical)
        let metrics = LineMetrics(cells: small.cells, profile: CompositionProfile())
        let line = ParagraphComposer.Line(
            start: 0, end: small.cells.count, width: .infinity, indent: 0, isLast: true)
        guard !small.cells.isEmpty else {
            return Note(
                kind: kind, scale: Note.small, body: .line(.init(shaped: small, x: [])), width: 0, base: base,
                isWord: false)
        }
        let placed = Justifier(metrics: metrics).place(line, justified: false)
        return Note(
            kind: kind, scale: Note.small, body: .line(.init(shaped: small, x: placed.x)),
            width: placed.inkWidth * Note.small, base: base, isWord: false)
    }
}

extension Note {
    /// Opens Han characters evenly over a longer base, with half a gap at the ends. Western text is not opened.
    fileprivate mutating func spread(over base: Double) {
        guard case .line(var small) = body, small.x.count > 1,
            small.shaped.cells.allSatisfy({ $0.kind.isHan })
        else { return }
        let gap = (base - width) / Double(small.x.count) / scale
        for index in small.x.indices { small.x[index] += gap * (Double(index) + 0.5) }
        body = .line(small)
        width = base
    }
}

extension ShapedText {
    fileprivate mutating func add(_ note: Note, at cell: Int) {
        cells[cell].note = notes.count
        notes.append(note)
    }

    /// Adds the white that annotations need between cells.
    fileprivate mutating func spaceNotes() {
        guard !notes.isEmpty else { return }
        for index in cells.indices.dropFirst() { cells[index].lead = lead(between: cells[index - 1], cells[index]) }
        guard axis == .horizontal, notes.contains(where: { $0.kind == .zhuyin }) else { return }
        // Bopomofo stands between the characters of a horizontal line. All characters get the same distance, so that the
        // grid remains (CLREQ 5.5.3). It is part of its character's cell, so it never begins a line.
        for index in cells.indices where cells[index].kind != .space {
            let next = index + 1 < cells.count ? cells[index + 1].kind : .han
            if cells[index].kind.isWestern && next.isWestern { continue }
            cells[index].width += NoteSpacing.zhuyin
        }
    }

    /// The em of white between two cells that their annotations need.
    private func lead(between a: Cell, _ b: Cell) -> Double {
        let left = a.note.map { notes[$0] }.flatMap { $0.isOverText ? $0 : nil }
        let right = b.note.map { notes[$0] }.flatMap { $0.isOverText ? $0 : nil }
        switch (left, right) {
        case (let left?, let right?):
            let least = left.isWord && right.isWord ? NoteSpacing.betweenWords : 0
            return max(least, left.excess + right.excess + NoteSpacing.between)
        case (let note?, nil), (nil, let note?): return max(0, note.excess - NoteSpacing.overhang)
        default: return 0
        }
    }
}

extension Note {
    fileprivate var isOverText: Bool { kind == .pinyin || kind == .gloss }
    /// The em by which it extends beyond its base on each side; negative if it is the shorter.
    fileprivate var excess: Double { (width - base) / 2 }
}
