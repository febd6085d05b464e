import Concurrency
import TestSupport
import Testing

@testable import Printing

struct PDFPackerTests {
    /// A file as Cairo writes them: a table of one part, a stream whose length is an object of its own.
    private static let cairo: [UInt8] = {
        let objects = [
            "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Contents 4 0 R>>",
            "<</Length 5 0 R /Filter /ASCIIHexDecode>>\nstream\n303067>\nendstream", "7", "<</Left (behind)>>",
        ]
        var file = "%PDF-1.5\n", places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 7\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer\n<</Size 7 /Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }()

    private func packed(jobs: Int = 1, adding count: Int = 0) throws -> [UInt8] {
        var file = PDFFile(updating: [PDFBase(Self.cairo, count: 7)])
        let text = file.addStream("", Array("0 g\n".utf8) + Array(repeating: UInt8(ascii: " "), count: 4000))
        file.fill(
            PDFFile.Reference(number: 3),
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Contents [4 0 R \(text)]>>")
        let many = (0..<count).map { file.add("<</Number \($0)>>") }
        let metadata = file.addStream(" /Type /Metadata /Subtype /XML", Array("<x:xmpmeta/>".utf8))
        let root = file.add(
            """
            <</Type /Catalog /Pages 2 0 R /Metadata \(metadata) \
            /Many [\(many.map(\.description).joined(separator: " "))]>>
            """)
        let info = file.add("<</Title (a \\(3 0 R\\) b)>>")
        return PDFPacker(version: "1.7", workers: WorkerPool(jobs: jobs)).pack(file, root: root, info: info)
    }

    @Test func theFileIsSound() throws {
        let scratch = try Scratch()
        try scratch.put(packed(adding: 450), "packed.pdf")
        let said = String(decoding: try scratch.output(of: "qpdf", "--check", "packed.pdf"), as: UTF8.self)
        #expect(said.contains("No syntax or stream encoding errors"))
    }

    @Test func allThatIsReachedIsThereAndNothingElse() throws {
        let pdf = try packed(adding: 450), reader = PDFReader(pdf)
        #expect(reader.version == "1.7")
        #expect(reader.trailer["Info"]?["Title"]?.text == "a (3 0 R) b")
        let numbers: [Int?] = (reader.root["Many"]?.items ?? []).map { $0["Number"]?.int }
        #expect(numbers == Array(0..<450))
        #expect(reader.pages.count == 1)
        let contents = try #require(reader.pages[0]["Contents"]?.items.map(\.data))
        #expect(contents[0] == Array("00g".utf8))
        #expect(contents[1].starts(with: Array("0 g\n".utf8)))
        #expect(contents[1].count == 4004)
        let open = try Scratch().opened(pdf)
        #expect(!open.contains("behind"))
        #expect(!open.contains("\n7\n"))
    }

    /// Who knows no PDF finds a file's metadata by looking for their beginning.
    @Test func streamsArePackedButForMetadata() throws {
        let pdf = try packed()
        #expect(pdf.firstRange(of: Array("<x:xmpmeta/>".utf8)) != nil)
        #expect(pdf.count < 2000)
    }

    @Test func theMarkOfAFileIsItsOwn() throws {
        func mark(_ pdf: [UInt8]) -> [String] {
            let text = String(decoding: pdf.filter { $0 < 128 }, as: UTF8.self)
            return text.matches(of: /ID \[(<[0-9a-f]{32}>)(<[0-9a-f]{32}>)\]/).flatMap { ["\($0.1)", "\($0.2)"] }
        }
        let one = mark(try packed()), other = mark(try packed(adding: 1))
        #expect(one.count == 2)
        #expect(Set(one).count == 1)
        #expect(other.count == 2)
        #expect(other != one)
    }

    @Test func manyHandsPackTheSameBytes() throws {
        #expect(try packed(jobs: 4, adding: 2000) == packed(adding: 2000))
    }
}
