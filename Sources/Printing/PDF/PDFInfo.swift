internal import Pages

/// A document's own words on itself, and its date, in the oldest place that readers look at.
struct PDFInfo {
    static let program = "Paiban"

    /// The document's day at midnight. A file that were dated by the clock would differ from run to run, so an edition
    /// without a day gets some day.
    static func date(of document: Document) -> String {
        let isDay = document.date.split(separator: "-").map(\.count) == [4, 2, 2]
        return (isDay ? document.date : "1970-01-01") + "T00:00:00Z"
    }

    static func dictionary(_ document: Document) -> String {
        let day = date(of: document).prefix(10).filter { $0 != "-" }
        let stamp = "(D:\(day)000000Z)"
        let author = document.author.isEmpty ? "" : " /Author \(PDFSyntax.text(document.author))"
        return """
            <</Title \(PDFSyntax.text(document.title))\(author) /Creator (\(program)) /Producer (\(program)) \
            /CreationDate \(stamp) /ModDate \(stamp) /Trapped /False>>
            """
    }
}
