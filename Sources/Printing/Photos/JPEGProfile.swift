/// The ICC profile that a JPEG file carries, cut over its APP2 segments (ICC.1, annex B.4).
enum JPEGProfile {
    static func bytes(in jpeg: [UInt8]) -> [UInt8]? {
        var parts: [UInt8: ArraySlice<UInt8>] = [:]
        var offset = 2
        let mark = Array("ICC_PROFILE\0".utf8)
        while offset + 4 <= jpeg.count, jpeg[offset] == 0xFF {
            let marker = jpeg[offset + 1]
            // Any number of FF may stand before a marker; the picture begins behind DA.
            if marker == 0xFF {
                offset += 1
                continue
            }
            guard marker != 0xDA, marker != 0xD9 else { break }
            let end = offset + 2 + max(2, Int(jpeg[offset + 2]) << 8 | Int(jpeg[offset + 3]))
            guard end <= jpeg.count else { break }
            let body = jpeg[offset + 4..<end]
            if marker == 0xE2, body.count > mark.count + 2, body.starts(with: mark) {
                parts[body[body.startIndex + mark.count]] = body.dropFirst(mark.count + 2)
            }
            offset = end
        }
        let profile = parts.sorted { $0.key < $1.key }.flatMap(\.value)
        return profile.isEmpty ? nil : profile
    }
}
