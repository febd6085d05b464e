public import Fonts
import Foundation

/// The fonts that tests compose with: those of Debian's packages, whatever else the machine has.
public enum SampleFonts {
    /// Opens the fonts by fonts/roles.yaml, as pages in goldens have them.
    public static func open() throws -> FontBook { try open(roles.get()) }

    /// Opens the fonts by a test's own roles.
    public static func open(_ roles: FontRoles) throws -> FontBook {
        try FontBook(roles: roles, folders: folders, cache: cache)
    }

    private static let roles = Result {
        let file = Checkout.folder + "/fonts/roles.yaml"
        return try FontRoles(parsing: String(contentsOfFile: file, encoding: .utf8), file: file)
    }

    /// Where fonts-noto-cjk, fonts-lxgw-wenkai and fonts-dejavu-core install theirs. Other families of roles.yaml that a
    /// machine may have lie elsewhere, so that they change no page.
    private static let folders = ["opentype/noto", "truetype/lxgw-wenkai", "truetype/dejavu"].map {
        "/usr/share/fonts/" + $0
    }

    /// Shared by all tests: fontconfig indexes each folder once.
    private static let cache = FileManager.default.temporaryDirectory.path + "/paiban-tests/fontconfig"
}
