extension MarkBox {
    /// The box of a mark in a vertical line, `left` its blank above and `right` its blank below (CLREQ 6.3.2.1).
    ///
    /// Marks stand as they do in a horizontal line, the em box turned with the line: what closes or pauses in its
    /// first half, what opens in its second. But ：；？！ are drawn upright, and are taller than half an em (0.52 em to
    /// 0.86 em in the faces at hand), so they keep their em whole, as CLREQ 5.1.1.3 leaves ？！ in Taiwan.
    init?(vertical kind: CharacterClass, _ scalar: Unicode.Scalar, in tradition: Tradition) {
        let isTall = scalar == "：" || scalar == "；" || kind == .exclamation
        guard let box = isTall ? MarkBox(left: 0, right: 0) : MarkBox(kind, scalar, in: tradition) else { return nil }
        self = box
    }
}
