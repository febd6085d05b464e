/// The known name that a misspelt name most likely means, or nil if none is similar. Names are compared without regard
/// to case; the distance may be a third of the name's length.
public func nearestName(to name: String, among known: some Sequence<String>) -> String? {
    guard name.utf8.count <= longestName else { return nil }
    let limit = max(1, name.count / 3)
    return
        known.prefix(mostNames).filter { $0.utf8.count <= longestName }
        .map { (name: $0, distance: editDistance(Array(name.lowercased()), Array($0.lowercased()))) }
        .filter { $0.distance <= limit }
        .min { ($0.distance, $0.name) < ($1.distance, $1.name) }?
        .name
}

/// The most bytes of a name that is compared. The time grows with the square of the length, and nobody misspells a whole
/// paragraph.
private let longestName = 300
/// The most names that a name is compared with, so that a thousand misspelt names among a thousand others take no time.
private let mostNames = 300

/// The number of insertions, deletions, replacements and swaps of neighbours that turn one string into the other.
private func editDistance(_ a: [Character], _ b: [Character]) -> Int {
    var before: [Int] = []
    var above = Array(0...b.count)
    for i in 0..<a.count {
        var row = [i + 1] + Array(repeating: 0, count: b.count)
        for j in 0..<b.count {
            row[j + 1] = min(above[j + 1] + 1, row[j] + 1, above[j] + (a[i] == b[j] ? 0 : 1))
            if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { row[j + 1] = min(row[j + 1], before[j - 1] + 1) }
        }
        (before, above) = (above, row)
    }
    return above[b.count]
}
