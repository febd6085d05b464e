/// A word of the trade, taken apart into scalars once.
struct StaticScalars: ExpressibleByStringLiteral, Sendable, Hashable {
    let scalars: [Unicode.Scalar]

    init(stringLiteral value: String) { scalars = Array(value.unicodeScalars) }
}
