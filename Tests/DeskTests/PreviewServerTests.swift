import Diagnostics
import Foundation
import TestSupport
import Testing

@testable import Desk

@Suite(.waiting)
struct PreviewServerTests {
    @Test func servesItsOwnResourcesOnly() throws {
        let edition = try ServedEdition()
        for path in [
            "/", "/preview.css", "/preview.js", "/strings.js", "/viewer.js", "/sidebar.js", "/pageview.js", "/icon.svg",
        ] {
            let status = try edition.status(path)
            #expect(status == 200, "\(path)")
        }
        for path in [
            "/edition.yaml", "/../edition.yaml", "/copy/one.md", "//etc/passwd", "/../../../../etc/passwd",
            "/%2e%2e/etc/passwd",
            "/pictures/../../etc/passwd", "/guides/1/../../x.svg", "/guides/1/..%2f.svg", "/index.html",
            "/preview.js/",
        ] {
            let status = try edition.status(path)
            #expect(status == 400 || status == 404, "\(path)")
        }
    }

    @Test func rejectsOtherSites() throws {
        let edition = try ServedEdition()
        let port = edition.port
        #expect(
            try edition.answer("GET / HTTP/1.1\r\nHost: news.example:\(port)\r\nConnection: close\r\n\r\n")
                .contains(" 403 "))
        #expect(try edition.status("/state", "Origin: http://news.example\r\n") == 403)
        let page = try edition.get("/")
        #expect(page.contains("Content-Security-Policy: default-src 'none'; img-src 'self'"))
        #expect(
            page.contains("Cross-Origin-Resource-Policy: same-origin") && page.contains("X-Frame-Options: DENY"))
        #expect(!page.contains("http://") && !page.contains("https://"), "nothing is loaded from elsewhere")
    }

    @Test func downloadsTheEditionUnderItsName() throws {
        let edition = try ServedEdition()
        var answer = ""
        // Until the pages are made, the status is 404.
        while !answer.hasPrefix("HTTP/1.1 200") { answer = try edition.get("/edition.pdf") }
        let name = edition.folder.path.split(separator: "/").last!
        #expect(answer.contains("Content-Disposition: attachment; filename*=UTF-8''\(name).pdf\r\n"))
        #expect(answer.contains("\r\n\r\n%PDF-1."))
    }

    @Test func listensOnTheLoopbackAddressOnly() throws {
        let edition = try ServedEdition()
        // A server on all addresses would also answer on another loopback address.
        let run = try ProgramRun(
            "/bin/bash", ["-c", "exec 3<>/dev/tcp/127.0.0.2/\(edition.port)"])
        #expect(run.status != 0)
    }

    @Test func rejectsOtherMethodsAndBodies() throws {
        let edition = try ServedEdition()
        let host = "Host: localhost:\(edition.port)\r\nConnection: close\r\n"
        #expect(try edition.answer("DELETE /state HTTP/1.1\r\n\(host)\r\n").contains(" 405 "))
        #expect(
            try edition.answer("POST / HTTP/1.1\r\n\(host)Content-Length: 9\r\n\r\nsomething").contains(" 413 "))
        #expect(try edition.answer("nonsense\r\n\r\n").contains(" 400 "))
        let head = try edition.answer("HEAD /preview.css HTTP/1.1\r\n\(host)\r\n")
        #expect(head.contains(" 200 ") && head.hasSuffix("\r\n\r\n"))
    }

    @Test func rejectsEndlessRequests() throws {
        let edition = try ServedEdition()
        let client = try RawClient(port: edition.port)
        // The server may close the connection while the client is still sending.
        try? client.send("GET / HTTP/1.1\r\nX: ")
        for _ in 0..<64 { try? client.send(String(repeating: "x", count: 4096)) }
        #expect(client.readToEnd().contains(" 431 "))
        #expect(try edition.status("/") == 200)
    }

    @Test func idleConnectionsDoNotBlockOthers() throws {
        let edition = try ServedEdition()
        let idle = try (0..<100).map { number in
            let client = try RawClient(port: edition.port)
            if number.isMultiple(of: 2) { try client.send("GET / HT") }
            return client
        }
        #expect(try edition.status("/preview.css") == 200)
        #expect(idle.count == 100)
    }

    @Test func aConnectionCanHaveSeveralRequests() throws {
        let edition = try ServedEdition()
        let host = "Host: localhost:\(edition.port)\r\n"
        let both = try edition.answer(
            "GET /icon.svg HTTP/1.1\r\n\(host)\r\nGET /strings.js HTTP/1.1\r\n\(host)Connection: close\r\n\r\n")
        #expect(both.components(separatedBy: "HTTP/1.1 200 OK").count == 3)
    }

    @Test(arguments: [
        "scale=0&x=0&y=0&width=9&height=9", "scale=1&x=0&y=0&width=9", "scale=nan&x=0&y=0&width=9&height=9",
        "scale=1&x=-1&y=0&width=9&height=9", "scale=1&x=0&y=0&width=99999&height=99999",
        "scale=1&x=0&y=0&width=40000&height=9",
        "scale=1e9&x=0&y=0&width=9&height=9",
        "",
    ])
    func rejectsInvalidPictureRequests(_ query: String) throws {
        let edition = try ServedEdition()
        let status = try edition.status("/pictures/1?" + query)
        #expect(status == 400)
    }

    @Test func aMissingEditionIsAnError() {
        let error = #expect(throws: DiagnosticsError.self) {
            try PreviewServer(edition: "nowhere", port: 0, jobs: 1, resources: ServedEdition.resources)
        }
        #expect(error?.diagnostics.first?.message == "there is no edition nowhere")
    }

    @Test func aPortInUseIsAnError() throws {
        let edition = try ServedEdition()
        let taken = edition.port
        let error = #expect(throws: DiagnosticsError.self) {
            try PreviewServer(edition: ".", port: taken, jobs: 1, resources: ServedEdition.resources)
        }
        #expect(error?.diagnostics.first?.message == "cannot listen on port \(taken): it is in use")
    }
}
