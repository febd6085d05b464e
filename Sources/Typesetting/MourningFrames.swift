internal import Pages

/// The frame round the name of somebody who has died (示亡号, GB/T 15834 and CLREQ 5.1.1): a thin rectangle close round
/// the name's characters, in horizontal and vertical lines alike. A name that is parted at a line's end has one on each.
enum MourningFrames {
    /// Em from the em boxes to the frame: across the line as close as it looks well, along it half of that, so that it
    /// stays clear of the neighbours.
    static let across = 0.06
    static let along = 0.03
    static let thickness = 0.045
}

extension LineMarks {
    func frame(round range: Range<Int>) -> Box {
        let (start, end) = extent(of: range)
        let one = axis.point(along: start - MourningFrames.along, off: MourningFrames.across, .before, em: em)
        let two = axis.point(along: end + MourningFrames.along, off: MourningFrames.across, .after, em: em)
        let x = min(one.x, two.x), y = min(one.y, two.y)
        return Box(
            rect: Rect(x: x, y: y, width: max(one.x, two.x) - x, height: max(one.y, two.y) - y),
            frame: Box.Frame(thickness: em * MourningFrames.thickness, ink: ink))
    }
}
