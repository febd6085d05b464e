import Testing

@testable import Desk

struct HostPolicyTests {
    private func isAllowed(_ headers: String) throws -> Bool {
        let request = try RequestHead("GET / HTTP/1.1\r\n" + headers)
        do { try HostPolicy(port: 8520).check(request) } catch { return false }
        return true
    }

    @Test(arguments: [
        "Host: localhost:8520", "Host: 127.0.0.1:8520", "Host: LOCALHOST:8520\r\nOrigin: http://localhost:8520",
    ])
    func allowsOurOwnAddress(_ headers: String) throws { #expect(try isAllowed(headers)) }

    @Test(arguments: [
        "Accept: a/b", "Host: localhost", "Host: localhost:80", "Host: news.example:8520",
        "Host: localhost:8520.example",
        "Host: localhost:8520\r\nOrigin: https://localhost:8520", "Host: localhost:8520\r\nOrigin: http://news.example",
        "Host: localhost:8520\r\nOrigin: null", "Host: localhost:8520\r\nOrigin: http://localhost:8521",
        "Host: localhost:8520\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: no-cors",
        "Host: localhost:8520\r\nSec-Fetch-Site: same-site\r\nSec-Fetch-Mode: no-cors",
    ])
    func rejectsOtherSites(_ headers: String) throws { #expect(try !isAllowed(headers)) }

    @Test func allowsLinksFromOtherSites() throws {
        #expect(try isAllowed("Host: localhost:8520\r\nSec-Fetch-Site: cross-site\r\nSec-Fetch-Mode: navigate"))
    }
}
