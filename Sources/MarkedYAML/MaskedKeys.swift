internal import Yams

/// A YAML text whose repeated keys are told apart, so that all of it can be read.
///
/// Yams gives up at the first mapping that has a key twice, and says only where the key stands first. There its first
/// letter is masked by a character that no text has; then the next one is the first, until all are read. The masks are
/// taken off again with `restored(_:)`.
struct MaskedKeys {
    private var text: String
    private var masks: [Unicode.Scalar: Unicode.Scalar] = [:]

    init(_ text: String) { self.text = text }

    /// More repeated keys than this are no slip of the pen: the next is left for Yams to complain of.
    private static let most = 100
    /// Plane 16 of Unicode is private: no newsroom's copy has anything of it.
    private static let firstMask: UInt32 = 0x10_0000

    mutating func compose() throws -> Node? {
        while true {
            do {
                return try Yams.compose(yaml: text, .basic, .default, .utf8)
            } catch YamlError.duplicatedKeysInMapping(let keys, let context) {
                guard masks.count < Self.most, mask(context.mark) else {
                    throw YamlError.duplicatedKeysInMapping(duplicates: keys, context: context)
                }
            }
        }
    }

    /// A scalar as it was written.
    func restored(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, let letter = masks[first] else { return text }
        return String(String.UnicodeScalarView([letter] + text.unicodeScalars.dropFirst()))
    }

    /// Masks the letter at a mark, behind its quotation mark if there is one; false when there is none to mask.
    private mutating func mask(_ mark: Mark) -> Bool {
        let scalars = text.unicodeScalars
        let lines = scalars.split(separator: "\n", maxSplits: mark.line, omittingEmptySubsequences: false)
        guard lines.indices.contains(mark.line - 1) else { return false }
        let line = lines[mark.line - 1].dropFirst(mark.column - 1)
        let isQuoted = line.first == "\"" || line.first == "'"
        let letters = isQuoted ? line.dropFirst() : line
        guard let letter = letters.first, letter.properties.isAlphabetic || letter.properties.numericType != nil,
            let mask = Unicode.Scalar(Self.firstMask + UInt32(masks.count))
        else { return false }
        masks[mask] = letter
        let behind = scalars.index(after: letters.startIndex)
        text.unicodeScalars.replaceSubrange(letters.startIndex..<behind, with: CollectionOfOne(mask))
        return true
    }
}
