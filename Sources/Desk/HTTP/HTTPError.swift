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
