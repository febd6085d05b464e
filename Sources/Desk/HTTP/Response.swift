/// What a browser gets.
struct Response: Sendable {
    var status: Int
    var reason: String
    var type: String
    var headers: [(name: String, value: String)]
    var body: Body

    enum Body: Sendable {
        case bytes([UInt8])
        /// Server-sent events, one by one, for as long as the browser listens.
        case events(AsyncStream<String>)
    }

    init(
        _ status: Int = 200, _ reason: String = "OK", type: String, headers: [(name: String, value: String)] = [],
        body: Body
    ) {
        self.status = status
        self.reason = reason
        self.type = type
        self.headers = headers
        self.body = body
    }

    static func text(_ status: Int, _ reason: String) -> Response {
        Response(status, reason, type: "text/plain; charset=utf-8", body: .bytes(Array((reason + "\n").utf8)))
    }

    /// Our pages load nothing from elsewhere and stand in nobody else's; no other site may show what is served here.
    private static let guarding: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
    ]

    func head(closing: Bool) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status) \(reason)", "Content-Type: \(type)"]
        lines += (Self.guarding + headers).map { "\($0.name): \($0.value)" }
        if !headers.contains(where: { $0.name == "Cache-Control" }) { lines.append("Cache-Control: no-store") }
        if case .bytes(let bytes) = body { lines.append("Content-Length: \(bytes.count)") }
        lines.append(closing ? "Connection: close" : "Connection: keep-alive")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}

/// Why a request gets nothing.
enum HTTPError: Error, Hashable, Sendable {
    case malformed
    /// The request has a body; there is nothing here to send one to.
    case hasBody
    case tooLong
    case foreign
    case notFound
    case wrongMethod

    var response: Response {
        switch self {
        case .malformed: .text(400, "Bad Request")
        case .foreign: .text(403, "Forbidden")
        case .notFound: .text(404, "Not Found")
        case .wrongMethod: .text(405, "Method Not Allowed")
        case .hasBody: .text(413, "Content Too Large")
        case .tooLong: .text(431, "Request Header Fields Too Large")
        }
    }
}
