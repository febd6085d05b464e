import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Fonts

/// Finding the faces of roles in a private set of fonts.
struct FontBookTests {
    private static let cache = FileManager.default.temporaryDirectory.path + "/paiban-tests/fontconfig"

    private func book(_ roles: String, folders: [String] = ["/usr/share/fonts"]) throws -> FontBook {
        try FontBook(roles: FontRoles(parsing: roles, file: "roles.yaml"), folders: folders, cache: Self.cache)
    }

    @Test func theFirstInstalledFamilyIsUsed() throws {
        let book = try book("song: [No Such Song, Noto Serif CJK SC]\nhei: [No Such Hei]\n")
        #expect(book.available("song").map(\.name) == ["Noto Serif CJK SC"])
        #expect(book.has("song") && !book.has("hei") && !book.has("kai"))
        #expect(book.face(of: "song")?.name == "NotoSerifCJKsc-Regular")
    }

    @Test func weight() throws {
        #expect(try book("hei: [\"Noto Sans CJK SC:medium\"]\n").face(of: "hei")?.name == "NotoSansCJKsc-Medium")
    }

    @Test func byLanguage() throws {
        let book = try book(
            "song: [Noto Serif CJK SC]\nsong@zh-Hant: [Noto Serif CJK TC]\nsong@ja: [Noto Serif CJK JP]\n")
        let name = { book.face(of: "song", in: $0)?.name }
        #expect(name("zh-Hans") == "NotoSerifCJKsc-Regular" && name("zh-Hant-HK") == "NotoSerifCJKtc-Regular")
        #expect(name("ja") == "NotoSerifCJKjp-Regular")
    }

    /// A face of another role's family does not belong to the role.
    @Test func belongs() throws {
        let book = try book("song: [Noto Serif CJK SC]\nkai: [LXGW WenKai]\n")
        let song = try #require(book.face(of: "song"))
        #expect(book.belongs(song.key, to: "song") && !book.belongs(song.key, to: "kai"))
    }

    /// Only the given folders are searched: the machine's own fonts do not matter.
    @Test func isPrivate() throws {
        let folder = try TemporaryFolder()
        let source = try #require(try book("song: [Noto Serif CJK SC]\n").face(of: "song")).file
        try FileManager.default.createSymbolicLink(atPath: folder.path("a.ttc"), withDestinationPath: source)
        let book = try book("song: [Noto Serif CJK SC]\nhei: [Noto Sans CJK SC]\n", folders: [folder.path])
        #expect(book.has("song") && !book.has("hei"))
    }

    @Test func noFonts() {
        #expect(throws: DiagnosticsError.self) { try book("song: [A]\n", folders: ["/no/such/folder"]) }
    }
}
