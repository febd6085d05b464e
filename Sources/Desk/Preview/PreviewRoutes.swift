internal import Diagnostics
internal import Makeup
internal import Pages
internal import Printing

/// The resources of the preview's server by their paths. Paths are never mapped to files.
struct PreviewRoutes: Sendable {
    let edition: LiveEdition
    let pictures = PictureProvider()
    let downloads = DownloadProvider()

    /// - Throws: `HTTPError` for a request that gets an error response.
    func answer(_ request: RequestHead) async throws(HTTPError) -> Response {
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        if parts.count == 1, let file = WebFiles.all[parts[0]] { return file }
        switch (parts.count, parts[0]) {
        case (1, "state"):
            return Response(type: "application/json", body: .bytes(Array(edition.state.json.utf8)))
        case (1, "events"): return Response(type: "text/event-stream", body: .events(edition.events()))
        case (1, "edition.pdf"): return try await pdf()
        case (2, "pictures"): return try await picture(parts[1], request)
        case (3, "guides"): return try await guides(parts[1], parts[2])
        default: throw .notFound
        }
    }

    private func picture(_ name: String, _ request: RequestHead) async throws(HTTPError) -> Response {
        guard let number = Int(name), let scale = request.number("scale"), PictureProvider.scales.contains(scale),
            let x = pixels(request, "x", in: 0...1_000_000), let y = pixels(request, "y", in: 0...1_000_000),
            let width = pixels(request, "width", in: 1...PictureProvider.maxSide),
            let height = pixels(request, "height", in: 1...PictureProvider.maxSide),
            width * height <= PictureProvider.maxPixels
        else { throw .badRequest }
        guard let version = edition.version(number) else { throw .notFound }
        let view = ScreenPrinter.View(x: x, y: y, width: width, height: height, scale: scale)
        let bmp = try await rendered(.picture(number), page: version.page.number) {
            try await pictures.picture(of: version, view)
        }
        return Response(type: "image/bmp", body: .bytes(bmp))
    }

    private func pixels(_ request: RequestHead, _ name: String, in range: ClosedRange<Int>) -> Int? {
        request.query[name].flatMap { Int($0) }.flatMap { range.contains($0) ? $0 : nil }
    }

    private func guides(_ name: String, _ file: String) async throws(HTTPError) -> Response {
        guard let number = Int(name), file.hasSuffix(".svg"),
            let kind = PageGuides.Kind(rawValue: String(file.dropLast(4))),
            let version = edition.version(number), let guides = version.guides
        else { throw .notFound }
        let svg = try await rendered(.guides(number, kind), page: version.page.number) {
            try SVGPrinter(paper: false).print(guides.overlay(kind)).value
        }
        return Response(
            type: "image/svg+xml", headers: [("Cache-Control", "private, max-age=31536000, immutable")],
            body: .bytes(svg))
    }

    private func pdf() async throws(HTTPError) -> Response {
        guard let document = edition.document else { throw .notFound }
        let pdf = try await rendered(.pdf, page: nil) { try await downloads.pdf(of: document) }
        let disposition = "attachment; filename*=UTF-8''\(Self.percentEncoded(edition.name)).pdf"
        return Response(
            type: "application/pdf", headers: [("Content-Disposition", disposition)], body: .bytes(pdf))
    }

    /// The bytes that `render` returns. Its errors are published as failures of the edition's state.
    ///
    /// - Throws: `HTTPError.internalServerError` with the errors' messages.
    private func rendered(
        _ rendering: PreviewState.Rendering, page: Int?, _ render: @Sendable () async throws -> [UInt8]
    ) async throws(HTTPError) -> [UInt8] {
        do {
            let bytes = try await render()
            edition.publish([], failing: rendering, page: page)
            return bytes
        } catch {
            let diagnostics = (error as? DiagnosticsError)?.diagnostics ?? [.error(at: nil, "\(error)")]
            edition.publish(diagnostics, failing: rendering, page: page)
            throw .internalServerError(diagnostics.map(\.message).joined(separator: "\n"))
        }
    }

    /// A file name as a header parameter (RFC 8187).
    private static func percentEncoded(_ name: String) -> String {
        name.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isPlain || byte == UInt8(ascii: "-") { return String(scalar) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

/// The page, its style sheet and its scripts, which are embedded in the program.
private enum WebFiles {
    /// By path; the page's is empty.
    static let all = [
        "": html(PackageResources.index_html), "preview.css": style(PackageResources.preview_css),
        "preview.js": script(PackageResources.preview_js), "viewer.js": script(PackageResources.viewer_js),
        "sidebar.js": script(PackageResources.sidebar_js), "pageview.js": script(PackageResources.pageview_js),
        "strings.js": script(PackageResources.strings_js), "icon.svg": svg(PackageResources.icon_svg),
    ]

    private static func html(_ bytes: [UInt8]) -> Response { file(bytes, "text/html; charset=utf-8") }
    private static func style(_ bytes: [UInt8]) -> Response { file(bytes, "text/css; charset=utf-8") }
    private static func script(_ bytes: [UInt8]) -> Response { file(bytes, "text/javascript; charset=utf-8") }
    private static func svg(_ bytes: [UInt8]) -> Response { file(bytes, "image/svg+xml") }
    private static func file(_ bytes: [UInt8], _ type: String) -> Response { Response(type: type, body: .bytes(bytes)) }
}
