internal import Copy
internal import Files
internal import Glibc
internal import Layouts

/// The files that an edition is made of, whether the run reads them or not. No output ever replaces one of them.
///
/// They are its edition.yaml, all copy, everything in its folder photos, the layouts that can be named with the pictures
/// in them, the fonts, and single files that the user names, such as the profile of a press.
public struct EditionFiles: Hashable, Sendable {
    /// The folders of editions, with edition.yaml or without.
    private var editions: [String]
    private var layoutFolders: [String]
    private var fontFolders: [String]
    /// Files that are named one by one, with what they are.
    private var named: [Named]

    private struct Named: Hashable, Sendable {
        var path: String
        var what: String
    }

    /// - Parameters:
    ///   - edition: the edition's folder; nil for one that is not in a folder.
    ///   - resources: where its layouts and fonts are searched.
    public init(edition: String? = nil, resources: Resources) {
        editions = [edition].compactMap { $0 }
        layoutFolders = resources.layoutFolders + editions.flatMap { [$0, $0 + "/layouts"] }
        fontFolders = resources.fontFolders + editions.map { $0 + "/fonts" }
        named = []
    }

    /// The files of the edition that a file is part of, and the file itself. Without an edition around it, the file alone.
    ///
    /// - Parameter what: what the file is, for messages: “the text itself”.
    public init(around path: String, as what: String, resources: Resources) {
        let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
        self.init(edition: resolvingLinks(folder).flatMap(Self.enclosing), resources: resources)
        self = adding(path, as: what)
    }

    /// The files and one that the user names.
    ///
    /// - Parameters:
    ///   - path: the file; nil for none.
    ///   - what: what the file is, for messages: “the press's profile”.
    public func adding(_ path: String?, as what: String) -> EditionFiles {
        var files = self
        if let path { files.named.append(Named(path: path, what: what)) }
        return files
    }

    static let copyEndings = [".md", ".markdown", ".txt"]
    /// The endings of the files that fontconfig reads.
    private static let fontEndings = [
        ".ttf", ".otf", ".ttc", ".otc", ".pfa", ".pfb", ".woff", ".woff2", ".pcf", ".pcf.gz", ".bdf", ".dfont",
    ]
    /// The folders of an edition, with what is in them. Every picture among the photos may be a photo. Among copy and
    /// fonts, a proof of a text may lie beside it.
    private static let ownFolders = [
        (name: "copy", what: copyOfTheEdition), (name: "photos", what: "a picture of the edition"),
        (name: "fonts", what: "a font of the edition"),
    ]
    private static let photos = "photos"

    /// Whether a new file would be among the photos of an edition.
    func isAmongPhotos(newFile path: String) -> Bool {
        guard let slash = path.lastIndex(of: "/"), let folder = resolvingLinks(String(path[...slash])) else {
            return false
        }
        return (editions + [Self.enclosing(folder)].compactMap { $0 }).contains { edition in
            guard let photos = resolvingLinks(edition + "/" + Self.photos) else { return false }
            return folder == photos || folder.hasPrefix(photos + "/")
        }
    }

    /// What a file is to an edition; nil if it is none of its files. The edition may also be another one, in whose folder
    /// the file is.
    ///
    /// - Parameters:
    ///   - isLike: whether the file looks like the output that replaces it.
    ///   - isDummy: whether the file is a dummy, which may lie among the layouts.
    func description(of path: String, isLike: Bool, isDummy: Bool) -> String? {
        guard let identity = FileIdentity(of: path), let real = resolvingLinks(path) else { return nil }
        func isSame(_ other: String) -> Bool { FileIdentity(of: other) == identity }
        if let file = named.first(where: { isSame($0.path) }) { return file.what }
        for edition in editions {
            if let what = Self.description(in: edition, isLike: isLike, isSame) { return what }
        }
        var layouts = layoutFolders
        if let around = Self.enclosing(String(real[..<real.lastIndex(of: "/")!])) {
            let name = String(real.dropFirst(around.count + 1))
            if let what = Self.description(ofName: name, isLike: isLike) { return what }
            layouts += [around, around + "/layouts"]
        }
        if !isDummy, layouts.contains(where: { Self.isLayout(in: $0, isSame) }) { return "a layout" }
        if layouts.contains(where: { Self.isPicture(ofLayoutsIn: $0, isSame) }) { return "a picture of a layout" }
        let isFont =
            fontFolders.contains { Self.isFont(in: $0, isSame) }
            || Resources.systemFonts.contains { real.hasPrefix($0 + "/") }
        return isFont ? "a font" : nil
    }

    /// Levels of folders in an edition, such as copy by section and reporter.
    private static let editionDepth = 5

    /// The folder, or the nearest one above it, that is an edition.
    static func enclosing(_ folder: String) -> String? {
        var folder = folder
        for _ in 0..<editionDepth where !folder.isEmpty {
            if isTaken(folder + "/edition.yaml") { return folder }
            folder = folder.lastIndex(of: "/").map { String(folder[..<$0]) } ?? ""
        }
        return nil
    }

    /// What a file with this name in an edition is, layouts excepted.
    private static func description(ofName name: String, isLike: Bool) -> String? {
        if name == "edition.yaml" { return name }
        if hasEnding(name, copyEndings) { return copyOfTheEdition }
        guard let own = ownFolders.first(where: { name.hasPrefix($0.name + "/") }) else { return nil }
        return own.name == photos || hasEnding(name, fontEndings) || !isLike ? own.what : nil
    }

    private static func hasEnding(_ name: String, _ endings: [String]) -> Bool {
        endings.contains(where: name.lowercased().hasSuffix)
    }

    private static let copyOfTheEdition = "copy of the edition"

    /// What one of the files in an edition's folder, which may have other names elsewhere, is to the edition.
    private static func description(in edition: String, isLike: Bool, _ isSame: (String) -> Bool) -> String? {
        if isSame(edition + "/edition.yaml") { return "edition.yaml" }
        // Copy may be in any folder of an edition, but a single file of copy may be in any folder of the machine.
        let trees =
            isTaken(edition + "/edition.yaml")
            ? [FolderTree(edition)] : ownFolders.map { FolderTree(edition + "/" + $0.name) }
        for entry in trees.flatMap(\.entries) where entry.kind == .file && isSame(entry.path) {
            let name = String(entry.path.dropFirst(edition.count + 1))
            if let what = description(ofName: name, isLike: isLike) { return what }
        }
        return nil
    }

    private static func layoutFiles(in folder: String) -> [String] {
        FolderTree(folder, depth: 0).entries.filter { $0.kind == .file && $0.path.hasSuffix(LayoutFile.ending) }.map(
            \.path)
    }

    private static func isLayout(in folder: String, _ isSame: (String) -> Bool) -> Bool {
        layoutFiles(in: folder).contains(where: isSame)
    }

    /// Whether the file is a picture that one of a folder's layouts names, used in this run or not.
    private static func isPicture(ofLayoutsIn folder: String, _ isSame: (String) -> Bool) -> Bool {
        layoutFiles(in: folder).contains { file in
            guard let bytes = try? InputFile.bytes(of: file) else { return false }
            return pictureNames(in: bytes).contains { isSame(folder + "/" + $0) }
        }
    }

    /// The values of all keys `image` of a YAML text, which need not be valid.
    private static func pictureNames(in text: [UInt8]) -> [String] {
        let key = Array("image".utf8), quotes = Array("\"'".utf8), ends = Array("\r\n,}#".utf8)
        let blank = UInt8(ascii: " ")
        var names: [String] = []
        var at = 0
        while at + key.count < text.count {
            guard text[at] == key[0], text[at..<at + key.count].elementsEqual(key) else {
                at += 1
                continue
            }
            at += key.count
            if at < text.count, quotes.contains(text[at]) { at += 1 }
            let value = text[at...].drop { $0 == blank }
            guard value.first == UInt8(ascii: ":") else { continue }
            var name = value.dropFirst().drop { $0 == blank }
            let quote = name.first.flatMap { quotes.contains($0) ? $0 : nil }
            if let quote {
                name = name.dropFirst().prefix { $0 != quote && !ends.prefix(2).contains($0) }
            } else {
                name = name.prefix { !ends.contains($0) }
                while name.last == blank { name = name.dropLast() }
            }
            if !name.isEmpty { names.append(String(decoding: name, as: UTF8.self)) }
        }
        return names
    }

    private static func isFont(in folder: String, _ isSame: (String) -> Bool) -> Bool {
        if isSame(folder + "/roles.yaml") { return true }
        return FolderTree(folder).entries.contains { entry in
            entry.kind == .file && hasEnding(entry.path, fontEndings) && isSame(entry.path)
        }
    }
}
