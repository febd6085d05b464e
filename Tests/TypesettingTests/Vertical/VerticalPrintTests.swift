import Diagnostics
import Foundation
import Pages
import Printing
import Testing

@testable import Typesetting

/// Composed lines and printed pages agree: the text that is extracted from the file is the copy, at the places of the line.
@Suite struct VerticalPrintTests {
    private func print(_ items: [Item]) throws -> String {
        let page = Page(
            number: 1, trim: Size(width: .pt(200), height: .pt(500)), items: items,
            faces: try SampleTypesetter.make().faces)
        let pdf = try PDFPrinter().print(
            Document(title: "", author: "", language: "zh-Hans", date: "2023-06-21", pages: [page])
        ).value
        let file = FileManager.default.temporaryDirectory.appendingPathComponent("vertical-\(UUID().uuidString).pdf")
        try Data(pdf).write(to: file)
        return file.path
    }

    private func output(_ program: String, _ arguments: String...) throws -> String {
        let process = Process(), pipe = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = pipe
        try process.run()
        let data = pipe.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: data, as: UTF8.self)
    }

    @Test func theExtractedTextIsTheCopy() throws {
        let copy = "他说：“到18日，共128人用Wi-Fi上网。”——这是《江津日报》的消息……"
        let line = try SampleTypesetter.vertical(copy)
        let file = try print([100, 80].flatMap { line.moved(x: .pt($0), y: .pt(10)).items })
        defer { try? FileManager.default.removeItem(atPath: file) }
        let text = try output("pdftotext", "-raw", file, "-")
        #expect(text.filter { !$0.isWhitespace } == copy + copy)
        // A reader takes upright characters for one line. Characters that occur for the first time stand by themselves, so
        // the second line is checked.
        #expect(text.split(whereSeparator: \.isNewline).contains("他说：“到18日，共"))
    }

    @Test func emphasisDotsAreNotExtracted() throws {
        let text = StyledText([.init("绝不能忘", role: "song", emphasis: true)])
        let file = try print(SampleTypesetter.vertical(text).moved(x: .pt(100), y: .pt(10)).items)
        defer { try? FileManager.default.removeItem(atPath: file) }
        #expect(try output("pdftotext", "-raw", file, "-").filter { !$0.isWhitespace } == "绝不能忘")
    }

    @Test func rotatedWordsAreAtThePlacesOfTheLine() throws {
        let composed = try SampleTypesetter.vertical("用Wi-Fi网").moved(x: .pt(100), y: .pt(10))
        let word = try #require(composed.runs.first { $0.turn == .clockwise })
        let file = try print(composed.items)
        defer { try? FileManager.default.removeItem(atPath: file) }
        let line = try output("pdftotext", "-bbox", file, "-").split(separator: "\n").first { $0.contains(">Wi-Fi<") }
        let numbers = try #require(line).split(separator: "\"").compactMap { Double($0) }
        // xMin, yMin, xMax, yMax: it runs down from its first glyph, to the right of its baseline.
        #expect(numbers[1].isClose(to: word.places[0].y, within: 0.1))
        #expect(numbers[3] - numbers[1] > 15 && numbers[2] - numbers[0] < 15)
        #expect(numbers[0] < 100 && numbers[2] > 100)
    }
}
