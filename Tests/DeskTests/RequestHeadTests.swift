import Testing

@testable import Desk

struct RequestHeadTests {
    @Test func parsesARequest() throws {
        let head = try RequestHead(
            "GET /pictures/3?scale=1.5&x=0 HTTP/1.1\r\nHost: localhost:1\r\nAccept:  a/b \r\nConnection: Close")
        #expect(head.method == "GET" && head.path == "/pictures/3")
        #expect(head.number("scale") == 1.5 && head.query["x"] == "0" && head.number("y") == nil)
        #expect(head.headers == ["host": "localhost:1", "accept": "a/b", "connection": "Close"])
        #expect(!head.keepsAlive)
    }

    @Test(arguments: [
        "", "GET /", "GET / HTTP/2", "GET http://other/ HTTP/1.1", "GET  / HTTP/1.1", "GET / HTTP/1.1\r\nno colon",
        "GET / HTTP/1.1\r\n: empty", "GET / HTTP/1.1\r\nHost: a\r\nHost: b", "GET / HTTP/1.1\r\nHost : a",
        "GET / HTTP/1.1\r\n folded: a",
    ])
    func rejectsInvalidRequests(_ text: String) {
        #expect(throws: HTTPError.badRequest) { try RequestHead(text) }
    }

    @Test func keepsConnectionsAliveByTheProtocol() throws {
        let closing = "\r\nConnection: close"
        #expect(try RequestHead("GET / HTTP/1.1").keepsAlive)
        #expect(try !RequestHead("GET / HTTP/1.1" + closing).keepsAlive)
        #expect(try !RequestHead("GET / HTTP/1.0").keepsAlive)
    }

    @Test(arguments: ["Content-Length: 1", "Content-Length: -1", "Transfer-Encoding: chunked"])
    func rejectsBodies(_ header: String) {
        #expect(throws: HTTPError.contentTooLarge) { try RequestHead("GET / HTTP/1.1\r\n\(header)") }
    }
}
