internal import Diagnostics
internal import Yams

/// Parses YAML with duplicate keys, so that all of them can be reported.
///
/// Yams stops at the first mapping with a duplicate key, and reports only the first position of that key. There the
/// first letter of the key is replaced by a character that never occurs in text, its mask, and parsing starts again,
/// until no key is duplicate. `restored(_:)` removes the masks.
struct DuplicateKeyMask {
    private var text: String
    private var masks: [Unicode.Scalar: Unicode.Scalar] = [:]

    init(_ text: String) { self.text = text }

    /// The greatest number of masked keys: more are no typing errors, and the next is left to Yams to report.
    private static let most = 100
    /// The first mask. Plane 16 of Unicode is for private use, and copy contains no characters of it.
    private static let firstMask: UInt32 = 0x10_0000

    /// Parses the text.
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

    /// The text of a scalar as written in the file.
    func restored(_ text: String) -> String {
        guard let first = text.unicodeScalars.first, let letter = masks[first] else { return text }
        return String(String.UnicodeScalarView([letter] + text.unicodeScalars.dropFirst()))
    }

    /// Masks the letter at a position, or after a quotation mark there. Returns false if there is no letter.
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
        let end = scalars.index(after: letters.startIndex)
        text.unicodeScalars.replaceSubrange(letters.startIndex..<end, with: CollectionOfOne(mask))
        return true
    }
}

extension YAMLNode {
    /// An error for each duplicate key of the node and of its descendants, at the duplicate's place.
    var duplicateKeys: [Diagnostic] {
        switch content {
        case .scalar: return []
        case .sequence(let items): return items.flatMap(\.duplicateKeys)
        case .mapping(let pairs):
            var found: [Diagnostic] = []
            var first: [String: SourcePlace] = [:]
            for (key, value) in pairs {
                if let name = key.text {
                    if let there = first[name] {
                        found.append(
                            .error(
                                at: key.place, "the key “\(name)” is given twice",
                                hints: "it is already on line \(there.line); keep one of the two"))
                    } else {
                        first[name] = key.place
                    }
                }
                found += value.duplicateKeys
            }
            return found
        }
    }
}
