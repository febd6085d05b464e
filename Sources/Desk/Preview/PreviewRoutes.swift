internal import Diagnostics
internal import Makeup
internal import Pages
internal import Printing

/// What is behind each address. There is nothing else: no address is ever taken for a file's name.
struct PreviewRoutes: Sendable {
    let edition: LiveEdition
    let desk = PictureProvider()
    let downloads = DownloadProvider()

    func answer(_ request: RequestHead) async throws(HTTPError) -> Response {
        let parts = request.path.split(separator: "/", omittingEmptySubsequences: false).dropFirst().map(String.init)
        if parts.count == 1, let page = WebPages.all[parts[0]] { return page }
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

    /// What a number names never changes.
    private static let lasting = [(name: "Cache-Control", value: "private, max-age=31536000, immutable")]

    private func picture(_ name: String, _ request: RequestHead) async throws(HTTPError) -> Response {
        guard let number = Int(name), let unit = request.number("unit"), PictureProvider.units.contains(unit),
            let x = side(request, "x", from: 0), let y = side(request, "y", from: 0),
            let width = side(request, "width", from: 1), let height = side(request, "height", from: 1),
            width * height <= PictureProvider.mostPixels
        else { throw .malformed }
        guard let entry = edition.entry(number) else { throw .notFound }
        let view = ScreenPrinter.View(x: x, y: y, width: width, height: height, unit: unit)
        do {
            return Response(type: "image/bmp", body: .bytes(try await desk.picture(of: entry, view)))
        } catch { throw .notFound }
    }

    /// A whole number of pixels; no page is so large at any scale.
    private func side(_ request: RequestHead, _ name: String, from least: Int) -> Int? {
        request.query[name].flatMap { Int($0) }.flatMap { (least...1_000_000).contains($0) ? $0 : nil }
    }

    private func guides(_ name: String, _ kind: String) async throws(HTTPError) -> Response {
        guard let number = Int(name), kind.hasSuffix(".svg"),
            let kind = PageGuides.Kind(rawValue: String(kind.dropLast(4)))
        else { throw .notFound }
        guard let guides = edition.entry(number)?.guides else { throw .notFound }
        do {
            let svg = try SVGPrinter(paper: false).print(guides.overlay(kind)).value
            return Response(type: "image/svg+xml", headers: Self.lasting, body: .bytes(svg))
        } catch { throw .notFound }
    }

    private func pdf() async throws(HTTPError) -> Response {
        guard let document = edition.printable else { throw .notFound }
        do {
            let pdf = try await downloads.pdf(of: document)
            let file = "attachment; filename*=UTF-8''\(Self.encoded(edition.name)).pdf"
            return Response(type: "application/pdf", headers: [("Content-Disposition", file)], body: .bytes(pdf))
        } catch { throw .notFound }
    }

    /// As a header may have it (RFC 8187): a name in Chinese, too.
    private static func encoded(_ name: String) -> String {
        name.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil)
            if isPlain || byte == UInt8(ascii: "-") { return String(scalar) }
            return "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}

/// The browser's part: a page, its style and its scripts, which are built into the program.
enum WebPages {
    /// By their names in addresses; the page itself has none.
    static let all = [
        "": html(PackageResources.index_html), "preview.css": style(PackageResources.preview_css),
        "preview.js": script(PackageResources.preview_js), "desk.js": script(PackageResources.desk_js),
        "list.js": script(PackageResources.list_js), "pictures.js": script(PackageResources.pictures_js),
        "words.js": script(PackageResources.words_js), "icon.svg": drawing(PackageResources.icon_svg),
    ]

    private static func html(_ bytes: [UInt8]) -> Response { file(bytes, "text/html; charset=utf-8") }
    private static func style(_ bytes: [UInt8]) -> Response { file(bytes, "text/css; charset=utf-8") }
    private static func script(_ bytes: [UInt8]) -> Response { file(bytes, "text/javascript; charset=utf-8") }
    private static func drawing(_ bytes: [UInt8]) -> Response { file(bytes, "image/svg+xml") }
    private static func file(_ bytes: [UInt8], _ type: String) -> Response { Response(type: type, body: .bytes(bytes)) }
}
