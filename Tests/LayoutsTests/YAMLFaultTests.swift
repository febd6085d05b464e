import Diagnostics
import Layouts
import TestSupport
import Testing

/// Layout files that are not YAML, explained in the terms of their authors.
struct YAMLFaultTests {
    @Test func faults() {
        let report = WrongLayout.report([
            WrongLayout("a tab", "page:\n\tsize: A4\n"),
            WrongLayout("a tab in a list", "furniture:\n  folio:\n    parts:\n\t- {text: a}\n"),
            WrongLayout("a quotation mark that is not closed", "title: 'abc\npage: {size: A4}\n"),
            WrongLayout("no blank after the colon", "grid:{columns: 3}\npage: {size: A4}\n"),
            WrongLayout("a brace that is not closed", "grid: {columns: 3\n\npage: {size: A4}\n"),
            WrongLayout("a bracket that is not closed", "headlines:\n  1: {sizes: [50pt, 46pt}\n"),
            WrongLayout("no comma between keys", "grid: {columns: 3 rows: 40}\n"),
            WrongLayout("indented too far", "page: {size: A4}\n grid: {columns: 3}\n"),
            WrongLayout("indented too little", "styles:\n    body: {size: 9pt}\n  caption: {size: 8pt}\n"),
            WrongLayout("two colons", "title: 头版: 要闻\n"),
            WrongLayout("a key without a colon", "page\ngrid: {columns: 3}\n"),
            WrongLayout("an asterisk", "title: *头版\n"),
            WrongLayout("an at sign", "title: @头版\n"),
            WrongLayout("a backslash", "title: \"C:\\qx\"\n"),
            WrongLayout("a second document", "page: {size: A4}\n---\npage: {size: A5}\n"),
            WrongLayout("a list for a file", "- page\n- grid\n"),
            WrongLayout("a word for a file", "page\n"),
            WrongLayout("an anchor is no trouble", "title: &name 头版\n"),
            WrongLayout("nothing at all", ""),
        ])
        #expect(difference(report, fromGolden: "yaml.txt") == nil)
    }
}
