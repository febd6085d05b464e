public import Fonts
import Foundation

/// The fonts of fonts/roles.yaml out of Debian's packages, whatever else the machine has: what pages in goldens are
/// set in.
public enum SampleFonts {
    public static func open() throws -> FontBook {
        let file = Checkout.folder + "/fonts/roles.yaml"
        let roles = try FontRoles(parsing: String(contentsOfFile: file, encoding: .utf8), file: file)
        return try FontBook(roles: roles, folders: ["/usr/share/fonts"], cache: cache)
    }

    /// Shared by all tests: fontconfig looks a font up once.
    private static let cache = FileManager.default.temporaryDirectory.path + "/paiban-tests/fontconfig"
}
