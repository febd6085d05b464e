public import Fonts
import Foundation

/// The fonts of the tests: those of Debian's packages, whatever other fonts the machine has.
public enum SampleFonts {
    /// Opens the fonts of fonts/roles.yaml, which pages in goldens use.
    public static func open() throws -> FontBook { try open(roles.get()) }

    /// Opens the fonts of a test's own roles.
    public static func open(_ roles: FontRoles) throws -> FontBook {
        try FontBook(roles: roles, folders: folders, cache: cache)
    }

    private static let roles = Result {
        let file = Checkout.folder + "/fonts/roles.yaml"
        return try FontRoles(parsing: String(contentsOfFile: file, encoding: .utf8), file: file)
    }

    /// The folders in which fonts-noto-cjk, fonts-lxgw-wenkai and fonts-dejavu-core install their fonts. Other families
    /// of roles.yaml that a machine may have are elsewhere, so they do not change a page.
    private static let folders = ["opentype/noto", "truetype/lxgw-wenkai", "truetype/dejavu"].map {
        "/usr/share/fonts/" + $0
    }

    /// All tests share the fonts, because fontconfig indexes each folder once.
    private static let cache = FileManager.default.temporaryDirectory.path + "/paiban-tests/fontconfig"
}
