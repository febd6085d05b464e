internal import Layouts
internal import Pages

/// A paragraph's words shaped for a style, ready to be set to any measure.
public struct ShapedParagraph: Sendable {
    let text: ShapedText
    let style: TextStyle
    let neededLeading: Length?
}
