extension PhotoFile {
    /// A JPEG file's bytes; nil for a photo of another kind. Throws when the file breaks off before the picture's end.
    func wholeJPEG() throws(Unusable) -> [UInt8]? {
        guard case .jpeg(let jpeg) = kind else { return nil }
        let file = try FileReader(path)
        let bytes = file.bytes(at: 0, count: file.count)
        // The end marker, FF D9, occurs nowhere in a compressed picture; behind it other things may follow.
        let isWhole = bytes.withUnsafeBufferPointer { bytes in
            var last = bytes.count - 1
            while last > jpeg.dataOffset {
                if bytes[last] == 0xD9, bytes[last - 1] == 0xFF { return true }
                last -= 1
            }
            return false
        }
        guard isWhole else { throw Unusable("breaks off before its end") }
        return bytes
    }

    var isJPEG: Bool { if case .jpeg = kind { true } else { false } }

    /// Whether the picture is in the four inks of a press.
    public var isFourInks: Bool {
        if case .jpeg = kind { components == 4 } else { false }
    }

    /// Whether the picture's inks lie in the file upside down, as Adobe's programs store them.
    var hasInvertedInks: Bool {
        if case .jpeg(let jpeg) = kind { components == 4 && jpeg.hasAdobeMarker } else { false }
    }
}
