/// What a browser asks for: a request's first line and its headers.
struct RequestHead: Hashable, Sendable {
    var method: String
    /// Whether it is HTTP/1.0, as no browser has spoken for long.
    var isOld: Bool
    /// As it was sent, without the query.
    var path: String
    var query: [String: String]
    /// By names in small letters. One that comes twice is no request of a browser's, and is refused.
    var headers: [String: String]

    /// - Parameter text: the lines before the empty one.
    init(_ text: String) throws(HTTPError) {
        var lines = text.split(separator: "\r\n", omittingEmptySubsequences: false)
        let words = lines.removeFirst().split(separator: " ", omittingEmptySubsequences: false)
        guard words.count == 3, words[2] == "HTTP/1.1" || words[2] == "HTTP/1.0", words[1].hasPrefix("/") else {
            throw .malformed
        }
        method = String(words[0])
        isOld = words[2] == "HTTP/1.0"
        let target = words[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        path = String(target[0])
        query = [:]
        for pair in target.count > 1 ? target[1].split(separator: "&") : [] {
            let parts = pair.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
            query[String(parts[0])] = parts.count > 1 ? String(parts[1]) : ""
        }
        headers = [:]
        for line in lines {
            guard let colon = line.firstIndex(of: ":"), colon != line.startIndex else { throw .malformed }
            let name = line[..<colon].lowercased()
            guard headers[name] == nil, !name.contains(where: \.isWhitespace) else { throw .malformed }
            headers[name] = String(line[line.index(after: colon)...].trimmingSpaces)
        }
        guard headers["content-length"] ?? "0" == "0", headers["transfer-encoding"] == nil else { throw .hasBody }
    }

    /// Whether the connection is to stay open for another request.
    var keepsAlive: Bool { !isOld && headers["connection"]?.lowercased() != "close" }

    /// A number in the query.
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
