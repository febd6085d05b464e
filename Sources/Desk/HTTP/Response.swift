/// An HTTP response.
struct Response: Sendable {
    var status: Int
    var reason: String
    var type: String
    var headers: [(name: String, value: String)]
    var body: Body

    enum Body: Sendable {
        case bytes([UInt8])
        /// Server-sent events. The response ends when the client closes the connection.
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

    /// A plain text response.
    ///
    /// - Parameter text: the body; the reason phrase if nil.
    static func text(_ status: Int, _ reason: String, _ text: String? = nil) -> Response {
        Response(
            status, reason, type: "text/plain; charset=utf-8", body: .bytes(Array(((text ?? reason) + "\n").utf8)))
    }

    /// Headers that keep the pages from loading anything from other sites, and other sites from embedding them.
    private static let securityHeaders: [(name: String, value: String)] = [
        (
            "Content-Security-Policy",
            "default-src 'none'; img-src 'self'; style-src 'self'; script-src 'self'; connect-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
        ),
        ("Cross-Origin-Resource-Policy", "same-origin"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Referrer-Policy", "no-referrer"), ("X-Content-Type-Options", "nosniff"), ("X-Frame-Options", "DENY"),
    ]

    /// The status line and the headers, with the empty line after them.
    ///
    /// - Parameter closing: whether the server closes the connection after the response.
    func head(closing: Bool) -> [UInt8] {
        var lines = ["HTTP/1.1 \(status) \(reason)", "Content-Type: \(type)"]
        lines += (Self.securityHeaders + headers).map { "\($0.name): \($0.value)" }
        if !headers.contains(where: { $0.name == "Cache-Control" }) { lines.append("Cache-Control: no-store") }
        if case .bytes(let bytes) = body { lines.append("Content-Length: \(bytes.count)") }
        lines.append(closing ? "Connection: close" : "Connection: keep-alive")
        return Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8)
    }
}

/// The reason why a request gets an error response.
enum HTTPError: Error, Hashable, Sendable {
    case badRequest
    case forbidden
    case notFound
    case methodNotAllowed
    /// The request has a body, which no resource here accepts.
    case contentTooLarge
    case headerFieldsTooLarge
    /// The response could not be made; the message is for the user.
    case internalServerError(String)

    var response: Response {
        switch self {
        case .badRequest: .text(400, "Bad Request")
        case .forbidden: .text(403, "Forbidden")
        case .notFound: .text(404, "Not Found")
        case .methodNotAllowed: .text(405, "Method Not Allowed")
        case .contentTooLarge: .text(413, "Content Too Large")
        case .headerFieldsTooLarge: .text(431, "Request Header Fields Too Large")
        case .internalServerError(let message): .text(500, "Internal Server Error", message)
        }
    }
}
