internal import Glibc

/// A file that a command is to write.
public struct Output: Hashable, Sendable {
    public var path: String
    public var kind: Kind
    /// The option that names the file, for messages: “-o”.
    public var option: String

    public init(_ path: String, _ kind: Kind, option: String) {
        (self.path, self.kind, self.option) = (path, kind, option)
    }

    /// What is written into the file.
    public enum Kind: Hashable, Sendable {
        case pdf, png, svg
        /// An `EditionReport` as JSON.
        case report
        /// An `EditionDummy`.
        case dummy

        /// The kind of a PDF or a picture by the file's ending: PNG unless it is .pdf or .svg.
        public init(endingOf path: String) {
            switch path.lowercased() {
            case let path where path.hasSuffix(".pdf"): self = .pdf
            case let path where path.hasSuffix(".svg"): self = .svg
            default: self = .png
            }
        }

        /// The kind in a sentence: “a PDF”.
        var name: String {
            switch self {
            case .pdf: "a PDF"
            case .png: "a PNG picture"
            case .svg: "an SVG picture"
            case .report: "a report"
            case .dummy: "a file of dummies"
            }
        }
    }
}

extension Output.Kind {
    /// The number of bytes by which a file is recognised. The first key of a dummy may follow an editor's notes.
    static let headSize = 16 << 10

    /// Whether a file that begins with these bytes could have been written as this kind. An empty file is of every kind,
    /// because nothing is lost with it.
    func isLike(_ head: [UInt8]) -> Bool {
        if head.isEmpty { return true }
        switch self {
        case .pdf: return head.starts(with: "%PDF-".utf8)
        case .png: return head.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A])
        case .svg:
            let text = String(decoding: head, as: UTF8.self)
            return ["<?xml", "<svg", "<!--"].contains(where: text.hasPrefix) && text.contains("<svg")
        case .report:
            let text = String(decoding: head, as: UTF8.self).filter { !$0.isWhitespace }
            // The keys of a report are sorted.
            return text.hasPrefix(#"{"pages":[{"buttingHeads":"#) || text.hasPrefix(#"{"pages":[],"#)
        case .dummy:
            let lines = String(decoding: head, as: UTF8.self).split(whereSeparator: \.isNewline)
            let first = lines.first { line in
                let text = line.drop { $0 == " " }
                return !text.isEmpty && !text.hasPrefix("#") && text != "---"
            }
            return first?.hasPrefix("pages:") ?? false
        }
    }
}
