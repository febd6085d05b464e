internal import MarkedYAML

extension StyleReader {
    /// The choices of composition that only running text has:
    ///
    ///     {hanging: 2字, grid: strict, marks: hanging, quotes: corner}
    func composed(_ group: MappingReader, _ style: TextStyle) -> TextStyle {
        var style = style
        if let hanging = group.characters("hanging", in: 0...20) { style.hangingIndent = hanging }
        if let grid = group.choice("grid", as: GridHabit.self) { style.strictGrid = grid == .strict }
        if let marks = group.choice("marks", as: MarkHabit.self) { style.hangsMarks = marks == .hanging }
        if let quotes = group.choice("quotes", as: TextStyle.Quotes.self) { style.quotes = quotes }
        return style
    }

    /// Whether Latin words are padded so that every Han character stands on the grid.
    private enum GridHabit: String, CaseIterable { case free, strict }

    /// Whether a pause or stop mark may hang over the line's end.
    private enum MarkHabit: String, CaseIterable { case inside, hanging }
}
