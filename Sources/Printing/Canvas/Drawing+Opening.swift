internal import CRsvg
internal import Files

extension Drawing {
    /// The most bytes of a drawing that is opened without its folder. Nameplates and maps have some hundred kilobytes.
    private static let mostBytes = 20 << 20

    /// Opens a drawing with librsvg; nil if it is not valid.
    ///
    /// A drawing may show pictures of its folder. librsvg opens whatever has the picture's name, and waits for ever if
    /// that is a pipe. So a drawing beside a pipe, a socket or a device is opened without its folder and shows no pictures
    /// of other files.
    static func open(_ path: String) -> OpaquePointer? {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        guard FolderTree(folder).entries.contains(where: \.kind.isSpecial) else {
            return paiban_drawing_open(path, nil)
        }
        guard let bytes = try? InputFile.bytes(of: path, limit: mostBytes) else { return nil }
        return paiban_drawing_parse(bytes, UInt(bytes.count), nil)
    }
}
