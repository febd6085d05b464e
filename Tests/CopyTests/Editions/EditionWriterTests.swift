import Copy
import Diagnostics
import TestSupport
import Testing

@Suite struct EditionWriterTests {
    private func imported(_ source: SourceText) throws -> (edition: Reported<Edition>, files: [EditionWriter.File]) {
        let files = EditionWriter(layout: "broadsheet-front").files(
            for: RawCopyReader().read(source), readFrom: source.file)
        let folder = try TemporaryFolder(Dictionary(uniqueKeysWithValues: files.map { ($0.path, $0.text) }))
        return (try EditionReader().read(folder.path), files)
    }

    @Test func importingTheSampleLosesNothing() throws {
        let source = try seedSource()
        let edition = try imported(source).edition
        #expect(dump(edition.value.pages[0].articles) == dump(RawCopyReader().read(source).value))
        #expect(edition.value.pages[0].articles.map(\.id) == (1...9).map { "front-\($0)" })
        #expect(edition.diagnostics.isEmpty)
    }

    @Test func importingEveryFormLosesNothing() throws {
        let text = """
            短评

            推动高质量发展再上台阶

            本报讯（记者 王*明*）#1 会议_召开_。

            会议要求：

            1. 抓生产

            2. 抓销售

            春江
            □ 张敏

            春风吹绿江南岸
            燕子归来寻旧巢
            谁家小楼听夜雨
            一枝红杏出墙头

            """
        let source = SourceText(file: "front.txt", text: text)
        #expect(dump(try imported(source).edition.value.pages[0].articles) == dump(RawCopyReader().read(source).value))
    }

    @Test func writesGuessesBesideTheirStories() throws {
        let piece = "本报讯（记者 王明）6月20日，跨江大桥正式通车，两岸群众往来更加便捷。"
        let source = SourceText(
            file: "copy/front.txt", text: "大桥通车\n\n\(piece)\n\n短评\n\n一桥飞架南北两岸\n\n\(piece)\n\n大桥全长三公里。")
        let files = try imported(source).files
        #expect(files.map(\.path) == ["edition.yaml", "copy/front-1.md"])
        #expect(files[0].text.contains("# guessed, front.txt line 1: this story is left out"))
        #expect(files[1].text.contains("# guessed, front.txt line 7: this line is treated as the title"))
        #expect(files[0].text.contains("      - copy/front-1.md  # 一桥飞架南北两岸\n"))
    }
}
