internal import Glibc

/// The scans of a JPEG file, found by their markers without decoding.
///
/// A scan is a segment SOS and compressed data, in which FF is followed by 00 or by a restart marker. The data end at
/// the next other marker.
struct JPEGScans {
    private(set) var count = 0
    /// Whether the picture has an end marker. Other data may follow it.
    private(set) var isComplete = false
    /// The offsets of the parameters of scans that no sequential picture has, three bytes each. Decoders ignore them, but
    /// the first damage that TurboJPEG reports would be these. Some telephones write them.
    private(set) var wrongParameters: [Int] = []

    /// The parameters of a scan that codes all coefficients completely: from 0, to 63, without approximation.
    static let sequentialParameters: [UInt8] = [0, 63, 0]

    /// - Parameters:
    ///   - offset: the offset of the first scan's data.
    ///   - isProgressive: whether scans may code parts of the picture.
    ///   - limit: the number of scans after which counting ends.
    init(of jpeg: UnsafeBufferPointer<UInt8>, from offset: Int, isProgressive: Bool, limit: Int) {
        count = 1
        if !isProgressive { check(jpeg, endOfSegment: offset) }
        var place = offset
        while count <= limit, place + 1 < jpeg.count, let next = Self.marker(in: jpeg, from: place) {
            switch jpeg[next + 1] {
            // Padding, and a data byte FF.
            case 0xFF: place = next + 1
            case 0x00, 0x01, 0xD0...0xD7: place = next + 2
            case 0xD9:
                isComplete = true
                return
            case let marker:
                guard next + 3 < jpeg.count else { return }
                place = next + 2 + max(2, Int(jpeg[next + 2]) << 8 | Int(jpeg[next + 3]))
                guard marker == 0xDA else { continue }
                count += 1
                if !isProgressive { check(jpeg, endOfSegment: place) }
            }
        }
    }

    private mutating func check(_ jpeg: UnsafeBufferPointer<UInt8>, endOfSegment end: Int) {
        guard end <= jpeg.count, end >= 3 else { return }
        if !jpeg[end - 3..<end].elementsEqual(Self.sequentialParameters) { wrongParameters.append(end - 3) }
    }

    /// The offset of the next FF that another byte follows.
    private static func marker(in jpeg: UnsafeBufferPointer<UInt8>, from offset: Int) -> Int? {
        guard let start = jpeg.baseAddress, let found = memchr(start + offset, 0xFF, jpeg.count - 1 - offset) else {
            return nil
        }
        return UnsafeRawPointer(found) - UnsafeRawPointer(start)
    }
}
