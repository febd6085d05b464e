import Concurrency
import TestSupport
import Testing

@testable import Printing

struct PDFWriterTests {
    /// A file like those of Cairo: a cross-reference table of one section, and a stream whose length is an object.
    private static let cairo: [UInt8] = {
        let objects = [
            "<</Type /Catalog /Pages 2 0 R>>", "<</Type /Pages /Count 1 /Kids [3 0 R]>>",
            "<</Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Contents 4 0 R>>",
            "<</Length 5 0 R /Filter /ASCIIHexDecode>>\nstream\n303067>\nendstream", "7", "<</Left (behind)>>",
        ]
        var file = "%PDF-1.5\n", offsets: [Int] = []
        for (index, object) in objects.enumerated() {
            offsets.append(file.utf8.count)
            file += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = file.utf8.count
        file += "xref\n0 7\n0000000000 65535 f \n"
        for offset in offsets {
            let digits = String(offset)
            file += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        file += "trailer\n<</Size 7 /Root 1 0 R>>\nstartxref\n\(start)\n%%EOF\n"
        return Array(file.utf8)
    }()

    private func written(jobs: Int = 1, adding count: Int = 0) throws -> [UInt8] {
        var file = PDFFile(updating: [PDFSource(Self.cairo, count: 7)])
        let text = file.addStream("", Array("0 g\n".utf8) + Array(repeating: UInt8(ascii: " "), count: 4000))
        file.set(
            PDFFile.Reference(number: 3),
            to: "<</Type /Page /Parent 2 0 R /MediaBox [0 0 10 10] /Contents [4 0 R \(text)]>>")
        let many = (0..<count).map { file.add("<</Number \($0)>>") }
        let metadata = file.addStream(" /Type /Metadata /Subtype /XML", Array("<x:xmpmeta/>".utf8))
        let root = file.add(
            """
            <</Type /Catalog /Pages 2 0 R /Metadata \(metadata) \
            /Many [\(many.map(\.description).joined(separator: " "))]>>
            """)
        let info = file.add("<</Title (a \\(3 0 R\\) b)>>")
        return PDFWriter(version: "1.7", workers: WorkerPool(jobs: jobs)).write(file, root: root, info: info)
    }

    @Test func theFileIsValid() throws {
        let scratch = try Scratch()
        try scratch.write(written(adding: 450), "written.pdf")
        let output = String(decoding: try scratch.output(of: "qpdf", "--check", "written.pdf"), as: UTF8.self)
        #expect(output.contains("No syntax or stream encoding errors"))
    }

    @Test func writesReachableObjectsOnly() throws {
        let pdf = try written(adding: 450), reader = PDFReader(pdf)
        #expect(reader.version == "1.7")
        #expect(reader.trailer["Info"]?["Title"]?.text == "a (3 0 R) b")
        let numbers: [Int?] = (reader.root["Many"]?.items ?? []).map { $0["Number"]?.int }
        #expect(numbers == Array(0..<450))
        #expect(reader.pages.count == 1)
        let contents = try #require(reader.pages[0]["Contents"]?.items.map(\.data))
        #expect(contents[0] == Array("00g".utf8))
        #expect(contents[1].starts(with: Array("0 g\n".utf8)))
        #expect(contents[1].count == 4004)
        let text = try Scratch().uncompressed(pdf)
        #expect(!text.contains("behind"))
        #expect(!text.contains("\n7\n"))
    }

    /// Programs that do not read PDF can search for uncompressed metadata.
    @Test func compressesStreamsExceptMetadata() throws {
        let pdf = try written()
        #expect(pdf.firstRange(of: Array("<x:xmpmeta/>".utf8)) != nil)
        #expect(pdf.count < 2000)
    }

    @Test func theIdentifierDependsOnTheContent() throws {
        func identifier(_ pdf: [UInt8]) -> [String] {
            let text = String(decoding: pdf.filter { $0 < 128 }, as: UTF8.self)
            return text.matches(of: /ID \[(<[0-9a-f]{32}>)(<[0-9a-f]{32}>)\]/).flatMap { ["\($0.1)", "\($0.2)"] }
        }
        let one = identifier(try written()), other = identifier(try written(adding: 1))
        #expect(one.count == 2)
        #expect(Set(one).count == 1)
        #expect(other.count == 2)
        #expect(other != one)
    }

    @Test func theBytesDoNotDependOnTheNumberOfJobs() throws {
        #expect(try written(jobs: 4, adding: 2000) == written(adding: 2000))
    }
}
