import Copy
import Diagnostics
import TestSupport
import Testing

@Suite struct PhotoAttachmentTests {
    private static let copy = """
        大桥通车

        本报讯 今天，大桥通车。

        大桥全景 记者 王明 摄

        大桥夜景（资料图片）

        学校开学

        图为操场。

        本报讯 今天，学校开学。
        """

    private func read(_ photos: String, lead: String = Self.copy, file: String = "copy/front.txt") throws -> [String] {
        let folder = try TemporaryFolder([
            "edition.yaml": "pages:\n  - layout: front\n    copy: [\(file)]\n    photos:\n\(photos)\n", file: lead,
        ])
        return try EditionReader().read(folder.path).value.pages[0].articles.flatMap { story in
            story.photos.map {
                "\(story.id) \($0.caption) \($0.file?.dropFirst(folder.path.count) ?? "-") \($0.credit ?? "-") \($0.focus.x)"
            }
        }
    }

    private func messages(_ photos: String) -> [String] {
        do {
            _ = try read(photos)
            return []
        } catch {
            return ((error as? DiagnosticsError)?.diagnostics ?? []).map { "\($0.place?.line ?? 0) \($0.message)" }
        }
    }

    @Test func attachesPicturesByTheBeginningOfACaption() throws {
        #expect(
            try read(
                "      - {caption: 大桥夜, file: night.jpg, focus: [0.25, 0.5]}\n      - {caption: 大桥 全景, file: photos/day.jpg}"
            ) == [
                "front-1 大桥全景 /photos/day.jpg 记者 王明 摄 0.5", "front-1 大桥夜景 /photos/night.jpg （资料图片） 0.25",
                "front-2 图为操场。 - - 0.5",
            ])
    }

    @Test func attachesOtherPicturesInOrder() throws {
        #expect(
            try read(
                "      - {file: day.jpg}\n      - {file: ground.jpg, credit: 李静 摄}\n      - {caption: 大桥夜景, file: night.jpg}"
            ) == [
                "front-1 大桥全景 /photos/day.jpg 记者 王明 摄 0.5", "front-1 大桥夜景 /photos/night.jpg （资料图片） 0.5",
                "front-2 图为操场。 /photos/ground.jpg 李静 摄 0.5",
            ])
    }

    @Test func aStorysIdAddsAPicture() throws {
        #expect(
            try read("      - {story: front-2, file: hall.jpg, caption: 礼堂}").last
                == "front-2 礼堂 /photos/hall.jpg - 0.5")
    }

    @Test func reportsPicturesWithoutACaption() {
        #expect(messages("      - {caption: 大桥, file: a.jpg}") == ["5 2 captions of this page begin with “大桥”"])
        #expect(messages("      - {caption: 荷塘, file: a.jpg}") == ["5 no caption of this page begins with “荷塘”"])
        #expect(messages("      - {story: front-9, file: a.jpg}") == ["5 this page has no story “front-9”"])
        #expect(
            messages("      - {file: a.jpg}\n      - {file: b.jpg}\n      - {file: c.jpg}\n      - {file: d.jpg}") == [
                "8 no caption is left for “d.jpg”"
            ])
        #expect(messages("      - {caption: 大桥夜景}") == ["5 a photo of the page lacks “file”"])
    }

    @Test(arguments: ["../a.jpg", "/etc/a.jpg", "~/a.jpg", "x/../../a.jpg", "photos/../../a.jpg"])
    func rejectsPathsOutsideTheEdition(_ name: String) {
        #expect(
            messages("      - {caption: 大桥夜景, file: \(name)}").map { $0.hasSuffix("is outside the edition's folder") }
                == [
                    true
                ])
    }

    @Test func resolvesPicturesOfMarkdownStories() throws {
        let story = "---\ntitle: 甲\nphotos: [{file: a.jpg, caption: 乙}]\n---\n今天。\n"
        #expect(try read("      []", lead: story, file: "copy/lead.md") == ["lead 乙 /photos/a.jpg - 0.5"])
    }
}
