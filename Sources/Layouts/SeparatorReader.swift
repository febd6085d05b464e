import Diagnostics
import MarkedYAML
import Pages

/// Reads `separators`: the rules between stories.
///
///     separators: {vertical: 0.25pt black 60%, horizontal: none}
struct SeparatorReader {
    let palette: Palette

    func separators(_ group: MappingReader?) -> Separators {
        var separators = Separators()
        guard let group else { return separators }
        separators.vertical = palette.line("vertical", in: group, otherwise: separators.vertical)
        separators.horizontal = palette.line("horizontal", in: group, otherwise: separators.horizontal)
        group.finish()
        return separators
    }
}
