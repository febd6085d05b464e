import Foundation
import Glibc
import TestSupport

/// A headless Chromium, controlled by its debugging protocol over two pipes.
///
///     let browser = try Browser()
///     try browser.open(server.address)
///     try browser.wait(for: "document.querySelector('.page')")
final class Browser {
    private let process: pid_t
    private let input: Int32
    private let output: Int32
    private let profile: TemporaryFolder
    private var session: String?
    private var number = 0
    private var buffer: [UInt8] = []

    struct Failure: Error, CustomStringConvertible { var description: String }

    /// The timeout for each operation in seconds. A busy machine is slow to start a browser.
    private static let timeout = 30.0

    /// - Parameter language: the language that the browser requests.
    init(width: Int = 1280, height: Int = 800, language: String = "en-US") throws {
        profile = try TemporaryFolder()
        var toBrowser: [Int32] = [-1, -1], fromBrowser: [Int32] = [-1, -1]
        pipe(&toBrowser)
        pipe(&fromBrowser)
        // The browser reads from descriptor 3 and writes to 4, so the pipes must not use these numbers.
        let (read, write) = (fcntl(toBrowser[0], F_DUPFD, 10), fcntl(fromBrowser[1], F_DUPFD, 10))
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        posix_spawn_file_actions_addopen(&actions, 1, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, read, 3)
        posix_spawn_file_actions_adddup2(&actions, write, 4)
        for end in toBrowser + fromBrowser + [read, write] where end > 4 {
            posix_spawn_file_actions_addclose(&actions, end)
        }
        let arguments = [
            "chromium", "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
            "--remote-debugging-pipe",
            "--no-first-run", "--disable-background-networking", "--window-size=\(width),\(height)",
            "--user-data-dir=\(profile.path)", "about:blank",
        ]
        var pointers = arguments.map { strdup($0) } + [nil]
        defer { for pointer in pointers { free(pointer) } }
        var process: pid_t = 0
        let result = posix_spawnp(&process, "chromium", &actions, nil, &pointers, environ)
        posix_spawn_file_actions_destroy(&actions)
        for end in [toBrowser[0], fromBrowser[1], read, write] { close(end) }
        (input, output, self.process) = (toBrowser[1], fromBrowser[0], process)
        guard result == 0 else {
            throw Failure(description: "chromium cannot be run; .ci/install-packages installs it")
        }
        let target = try call("Target.createTarget", ["url": "about:blank"])["targetId"] as? String ?? ""
        session = try call("Target.attachToTarget", ["targetId": target, "flatten": true])["sessionId"] as? String
        _ = try call("Page.enable")
        _ = try call("Emulation.setUserAgentOverride", ["userAgent": "Chromium", "acceptLanguage": language])
        try resize(width: width, height: height)
    }

    deinit {
        kill(process, SIGKILL)
        waitpid(process, nil, 0)
        close(input)
        close(output)
    }

    func resize(width: Int, height: Int, density: Double = 1) throws {
        let size: [String: Any] = ["width": width, "height": height, "deviceScaleFactor": density, "mobile": false]
        _ = try call("Emulation.setDeviceMetricsOverride", size)
    }

    func open(_ address: String) throws { _ = try call("Page.navigate", ["url": address]) }

    /// Runs a script and returns its value. A promise is awaited.
    @discardableResult
    func run(_ script: String) throws -> Any? {
        let answer = try call(
            "Runtime.evaluate",
            ["expression": script, "awaitPromise": true, "returnByValue": true, "userGesture": true])
        if let exception = answer["exceptionDetails"] { throw Failure(description: "\(script): \(exception)") }
        return (answer["result"] as? [String: Any])?["value"]
    }

    func text(_ script: String) throws -> String { try run(script) as? String ?? "" }

    /// Waits until a script's value is truthy.
    func wait(for script: String) throws {
        let end = Date(timeIntervalSinceNow: Self.timeout)
        while Date() < end {
            if try run("!!(\(script))") as? Bool == true { return }
            usleep(20_000)
        }
        let body = try? text("document.body.innerText")
        throw Failure(description: "the condition was not met: \(script); the page's text: \(body ?? "none")")
    }

    func press(_ key: String) throws {
        for type in ["keyDown", "keyUp"] {
            _ = try call("Input.dispatchKeyEvent", ["type": type, "key": key, "text": key.count == 1 ? key : ""])
        }
    }

    /// Clicks at a position in CSS pixels of the window.
    func click(x: Double, y: Double) throws {
        for type in ["mousePressed", "mouseReleased"] {
            _ = try call(
                "Input.dispatchMouseEvent", ["type": type, "x": x, "y": y, "button": "left", "clickCount": 1])
        }
    }

    // MARK: The protocol: JSON messages, each terminated by a zero byte

    private func call(_ method: String, _ parameters: [String: Any] = [:]) throws -> [String: Any] {
        number += 1
        var message: [String: Any] = ["id": number, "method": method, "params": parameters]
        if let session { message["sessionId"] = session }
        let bytes = [UInt8](try JSONSerialization.data(withJSONObject: message)) + [0]
        guard write(input, bytes, bytes.count) == bytes.count else {
            throw Failure(description: "the browser has ended")
        }
        while true {
            let answer = try next()
            guard answer["id"] as? Int == number else { continue }
            if let error = answer["error"] { throw Failure(description: "\(method): \(error)") }
            return answer["result"] as? [String: Any] ?? [:]
        }
    }

    private func next() throws -> [String: Any] {
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            if let end = buffer.firstIndex(of: 0) {
                let message = Data(buffer[..<end])
                buffer.removeFirst(end + 1)
                return try JSONSerialization.jsonObject(with: message) as? [String: Any] ?? [:]
            }
            var descriptor = pollfd(fd: output, events: Int16(POLLIN), revents: 0)
            guard poll(&descriptor, 1, Int32(1000 * Self.timeout)) == 1 else {
                throw Failure(description: "the browser does not answer")
            }
            let count = read(output, &chunk, chunk.count)
            guard count > 0 else { throw Failure(description: "the browser has ended") }
            buffer += chunk[..<count]
        }
    }
}
