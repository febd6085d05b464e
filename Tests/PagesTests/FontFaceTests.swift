import Pages
import Testing

struct FontFaceTests {
    private let song = FontFace(file: "/fonts/song.ttc", index: 1, name: "Song")

    @Test func keysAreEqualInFileIndexAndName() {
        #expect(song.key == FontFace(file: "/fonts/song.ttc", index: 1, name: "Song").key)
        #expect(song.key != FontFace(file: "/fonts/song.ttc", index: 2, name: "Song").key)
        #expect(song.key != FontFace(file: "/fonts/song.ttc", index: 1, name: "Kai").key)
        #expect(song.key != FontFace(file: "/fonts/kai.ttc", index: 1, name: "Song").key)
        // The parts do not run into each other.
        #expect(FontFace(file: "/a1", index: 1, name: "").key != FontFace(file: "/a", index: 11, name: "").key)
        #expect((song.file, song.index, song.name) == ("/fonts/song.ttc", 1, "Song"))
    }

    /// The order does not depend on which face was seen first, so it is the same in every run.
    @Test func facesAreOrderedByTheirFiles() {
        let last = FontFace(file: "/order/b", index: 0, name: "")
        let second = FontFace(file: "/order/a", index: 3, name: "")
        let first = FontFace(file: "/order/a", index: 2, name: "")
        #expect([last, second, first].sorted() == [first, second, last])
        #expect(FaceTable([last, second, first]).sorted == [first, second, last])
    }

    @Test func aTableHasTheFacesThatWereInserted() {
        var table = FaceTable([song])
        let kai = FontFace(file: "/fonts/kai.ttf", index: 0, name: "Kai")
        table.merge(FaceTable([kai, song]))
        #expect(table[song.key] == song && table[kai.key] == kai)
        #expect(table == FaceTable([kai, song]))
    }

    @Test func aPageKeepsTheFacesThatItUses() {
        let kai = FontFace(file: "/fonts/kai.ttf", index: 0, name: "Kai")
        let hei = FontFace(file: "/fonts/hei.ttf", index: 0, name: "Hei")
        func run(_ face: FontFace) -> Item {
            .text(GlyphRun(face: face.key, size: .pt(9), origin: .zero, glyphs: [Glyph(id: 1, x: 0)], text: "字"))
        }
        let items = [run(song), .group(Group(role: .caption, items: [run(kai), run(kai)]))]
        let page = Page(
            number: 1, trim: Size(width: .pt(9), height: .pt(9)), items: items, faces: FaceTable([song, kai, hei]))
        #expect(page.faces == FaceTable([song, kai]))
    }

    /// Font books of several workers number faces without knowing of each other.
    @Test func keysDependOnNothingButTheFace() {
        let keys = (0..<40).map { FontFace(file: "/fonts/song.ttc", index: $0, name: "Song").key }
        #expect(Set(keys).count == 40)
        #expect(keys == (0..<40).map { FontFace(file: "/fonts/song.ttc", index: $0, name: "Song").key })
    }
}
