internal import Diagnostics

extension YAMLNode {
    /// Every key of the node and of all below it that its mapping has already, each at its own place.
    var repeatedKeys: [Diagnostic] {
        switch content {
        case .scalar: return []
        case .sequence(let items): return items.flatMap(\.repeatedKeys)
        case .mapping(let pairs):
            var found: [Diagnostic] = []
            var first: [String: SourcePlace] = [:]
            for (key, value) in pairs {
                if let name = key.text {
                    if let there = first[name] {
                        found.append(
                            .error(
                                at: key.place, "the key “\(name)” is given twice",
                                hints: "line \(there.line) has it already; keep one of the two"))
                    } else {
                        first[name] = key.place
                    }
                }
                found += value.repeatedKeys
            }
            return found
        }
    }
}
