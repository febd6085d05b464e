/// A name in brackets at a story's end: “……。（甲乙）”, “……。（记者 甲乙）”.
enum Signature {
    private static let source: StaticScalars = "据"

    static func closes(_ line: RawLine) -> Bool {
        guard line.scalars.last == "）" || line.scalars.last == ")",
            let opener = line.scalars.lastIndex(where: { $0 == "（" || $0 == "(" }),
            opener == line.scalars.startIndex || line.scalars[opener - 1].endsSentence
                || line.scalars[opener - 1].isBlank,
            let inner = RawLine(line.scalars[(opener + 1)...].dropLast().string, number: line.number, gap: 0)
        else { return false }
        return BylineRule.byline(inner) != nil || BylineRule.isBareNames(inner) || inner.scalars.starts(with: source)
    }
}
