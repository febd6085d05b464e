/// A layout file's text as it was found, not yet read.
public struct LayoutFile: Hashable, Sendable {
    /// The file as messages name it.
    public var path: String
    public var text: String

    public init(path: String, text: String) {
        self.path = path
        self.text = text
    }

    public static let ending = ".yaml"

    /// The file's name without folder and ending: what editions call the layout.
    public var name: String {
        let file = path.split(separator: "/").last.map(String.init) ?? path
        return file.hasSuffix(Self.ending) ? String(file.dropLast(Self.ending.count)) : file
    }
}
