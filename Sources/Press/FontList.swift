public import Diagnostics
public import Fonts
public import Pages

/// Which face each role of roles.yaml resolves to, those of single languages (song@zh-Hant) among them.
public struct FontList {
    public struct Entry: Hashable, Sendable {
        public var role: String
        /// Nil when none of the role's families is here.
        public var face: FontFace?
        /// The families that it could be.
        public var families: [String]
    }

    /// In alphabetical order.
    public let entries: [Entry]

    public init(_ fonts: FontBook) {
        entries = fonts.roles.families.sorted { $0.key < $1.key }.map { key, families in
            let parts = key.split(separator: "@", maxSplits: 1).map(String.init)
            let (role, language) = (parts[0], parts.count > 1 ? parts[1] : "")
            return Entry(
                role: key, face: fonts.has(role, in: language) ? fonts.face(of: role, in: language) : nil,
                families: families.map(\.name))
        }
    }

    /// An error for each role that has no font; of one language's, a warning, since most papers never print in it.
    public var diagnostics: [Diagnostic] {
        entries.filter { $0.face == nil }.map { entry in
            Diagnostic(
                entry.role.contains("@") ? .warning : .error, at: nil,
                "no font for the role “\(entry.role)”: none of \(entry.families.joined(separator: ", ")) is here",
                hints: ["install one of them, put a font file into fonts/, or name another in fonts/roles.yaml"])
        }
    }
}
