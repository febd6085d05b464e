public import Diagnostics
internal import Fonts

/// What there is to say of a roles.yaml on this machine: what is wrong in it, and every role that no font answers to.
public struct FontCheckList {
    private let file: TextFile
    private let resources: Resources

    public init(_ file: TextFile, _ resources: Resources) {
        self.file = file
        self.resources = resources
    }

    /// - Throws: `DiagnosticsError` when the file cannot be read as roles at all.
    public func diagnostics() throws -> [Diagnostic] {
        let roles = try FontRoles(parsing: String(decoding: file.bytes(), as: UTF8.self), file: file.path)
        return FontList(try resources.openFonts(roles: roles)).diagnostics
    }
}
