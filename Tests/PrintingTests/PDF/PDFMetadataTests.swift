import Diagnostics
import Foundation
import Pages
import TestSupport
import Testing

@testable import Printing

#if canImport(FoundationXML)
    import FoundationXML
#endif

struct PDFMetadataTests {
    /// Whether a text is well-formed XML, by libxml2.
    private func isWellFormed(_ bytes: [UInt8]) -> Bool { XMLParser(data: Data(bytes)).parse() }

    @Test(arguments: [
        "江边\u{1}日报", "\u{1B}[2J", "a\u{1F}", "a\u{FFFE}", "a\u{FFFF}b", "a\0b", "<a> & ]]>", "\u{10FFFF}", "a\tb\nc",
        "a\u{8}\u{B}\u{C}",
        "<!--", "\u{FFFD}",
    ])
    func isAlwaysWellFormed(_ text: String) throws {
        var document = Document.sample([])
        (document.title, document.author, document.language) = (text, text, text)
        for output in [OutputProfile.standard, .press(PressOptions()), .screen] {
            let metadata = PDFReader(try PDFPrinter(output).print(document).value).metadata
            #expect(metadata.contains("<dc:title>"))
            #expect(isWellFormed(Array(metadata.utf8)))
        }
    }

    @Test func theParserOfTheTestFindsFaults() {
        #expect(!isWellFormed(Array("<a>\u{1}</a>".utf8)))
        #expect(!isWellFormed(Array("<a>\u{FFFE}</a>".utf8)))
    }
}
