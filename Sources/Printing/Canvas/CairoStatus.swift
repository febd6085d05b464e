internal import CCairo

/// What Cairo answers when something is wrong. Any number may come, so this is a struct: an unknown one still throws.
struct CairoStatus: Error, Hashable, CustomStringConvertible {
    private let raw: UInt32

    var description: String { String(cString: cairo_status_to_string(cairo_status_t(rawValue: raw))) }

    /// Throws unless `status` is success.
    static func check(_ status: cairo_status_t) throws {
        guard status != CAIRO_STATUS_SUCCESS else { return }
        throw CairoStatus(raw: status.rawValue)
    }
}
