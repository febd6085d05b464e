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
