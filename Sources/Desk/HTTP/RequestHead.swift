/// The request line and the headers of an HTTP request.
struct RequestHead: Hashable, Sendable {
    var method: String
    /// Whether the request is HTTP/1.0 and not 1.1.
    var isHTTP10: Bool
    /// The path as sent, without the query.
    var path: String
    var query: [String: String]
    /// The headers by their names in lower case. A request with a repeated header is rejected, as no browser sends one.
    var headers: [String: String]

    /// - Parameter text: the lines before the empty line.
    /// - Throws: `HTTPError.badRequest` if the text is not a request, `contentTooLarge` if a body follows.
    init(_ text: String) throws(HTTPError) {
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0", words[1].hasPrefix("/") else {
            throw .badRequest
        }
        method = String(words[0])
        isHTTP10 = words[2] == "HTTP/1.0"
        let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(target[0])
        query = [:]
        for pair in target.count > 1 ? target[1].split(separator: "&") : [] {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        headers = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { throw .badRequest }
            let name = line[..<colon].lowercased()
            guard headers[name] == nil, !name.contains(where: \.isWhitespace) else { throw .badRequest }
            headers[name] = String(line[line.index(after: colon)...].trimmingSpaces)
        }
        guard headers["content-length"] ?? "0" == "0", headers["transfer-encoding"] == nil else {
            throw .contentTooLarge
        }
    }

    /// Whether the connection stays open for another request.
    var keepsAlive: Bool { !isHTTP10 && headers["connection"]?.lowercased() != "close" }

    /// The value of a query parameter as a number.
    func number(_ name: String) -> Double? { query[name].flatMap { Double($0) } }
}

extension Substring {
    fileprivate var trimmingSpaces: Substring {
        var text = self
        while text.first == " " || text.first == "\t" { text.removeFirst() }
        while text.last == " " || text.last == "\t" { text.removeLast() }
        return text
    }
}
