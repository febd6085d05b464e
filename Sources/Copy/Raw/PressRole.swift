/// The words by which a newspaper says who did what: 记者, 本报见习记者, 新华社记者, 通讯员.
enum PressRole {
    private static let cores: [StaticScalars] = [
        "记者", "通讯员", "实习生", "评论员", "撰稿人", "作者", "摄影师", "特派员", "撰稿", "编译",
    ]

    /// What may stand before the role: whose, and of what kind.
    private static let prefixes: [StaticScalars] = [
        "本报", "本网", "本台", "本刊", "新华社", "中新社", "中央社", "见习", "实习", "特约", "摄影", "首席", "资深", "全媒体",
        "融媒体", "融媒", "文字", "驻外",
    ]

    /// How many scalars of the slice's beginning are a role with its prefixes.
    static func length(atStartOf slice: ArraySlice<Unicode.Scalar>) -> Int? {
        var rest = slice
        while let prefix = prefixes.first(where: { rest.starts(with: $0) }) {
            rest = rest.dropFirst(prefix.count)
        }
        guard let core = cores.first(where: { rest.starts(with: $0) }) else { return nil }
        return rest.startIndex + core.count - slice.startIndex
    }

    /// Where a role begins in the slice, with all its prefixes, and where it ends.
    static func first(in slice: ArraySlice<Unicode.Scalar>) -> Range<Int>? {
        for index in slice.indices {
            if let length = length(atStartOf: slice[index...]) { return index..<index + length }
        }
        return nil
    }
}
