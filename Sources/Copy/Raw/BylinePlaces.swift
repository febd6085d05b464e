/// Where this copy's bylines stand that stand between two stories: over a title, or at a text's end. One page keeps to one
/// of the two, so that a byline of which there is no doubt tells for the others.
struct BylinePlaces {
    /// Whether they lead their stories; nil while nothing tells.
    let lead: Bool?

    init(_ lines: [ReadLine]) {
        var over = 0, under = 0
        for index in lines.indices where lines[index].role.isByline {
            let head = lines[..<index].lastIndex { !$0.role.isDisplay }
            // Under a title it stands where most do.
            guard lines[((head ?? -1) + 1)..<index].allSatisfy({ $0.role.isCaption }) else { continue }
            let text = lines[index...].firstIndex { !$0.role.isDisplay }
            let behind = lines[(index + 1)..<(text ?? lines.count)]
            guard let title = behind.firstIndex(where: { $0.role.isHeading || $0.role == .deck }) else {
                if text == nil { under += 1 }
                continue
            }
            guard head != nil else {
                over += 1
                continue
            }
            // The story behind has no need of it if it is signed itself.
            if behind.contains(where: { $0.role.isByline }) || text.map({ lines[$0].role == .dispatch }) ?? false {
                under += 1
            } else if title == index + 1, lines[title].line.gap != lines[index].line.gap {
                if lines[title].line.gap < lines[index].line.gap { over += 1 } else { under += 1 }
            }
        }
        lead = over == under ? nil : over > under
    }
}
