internal import MarkedYAML

extension BoxStyle {
    /// `frame: true`, `tint: 8%`, or both.
    init(_ group: MappingReader) {
        self.init(frame: group.flag("frame") ?? false, tint: group.share("tint") ?? 0)
        group.finish()
    }
}
