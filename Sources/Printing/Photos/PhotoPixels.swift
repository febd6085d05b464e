/// A decoded picture: rows of pixels from the top left, a byte for each colour.
struct PhotoPixels {
    var width: Int
    var height: Int
    /// 1 grey, 3 red, green and blue, 4 cyan, magenta, yellow and black, of which 255 is solid ink.
    var components: Int
    var bytes: [UInt8]
    /// How much of each pixel covers what is below, 255 all of it; nil for a picture without holes.
    var alpha: [UInt8]?

    /// The picture with one byte a pixel when it has no colour anywhere: then black ink alone prints it.
    var withoutNeedlessColour: PhotoPixels {
        guard components == 3 else { return self }
        let isGrey = bytes.withUnsafeBufferPointer { bytes in
            stride(from: 0, to: bytes.count - 2, by: 3).allSatisfy {
                bytes[$0] == bytes[$0 + 1] && bytes[$0] == bytes[$0 + 2]
            }
        }
        guard isGrey else { return self }
        var grey = self
        (grey.components, grey.bytes) = (1, stride(from: 0, to: bytes.count - 2, by: 3).map { bytes[$0] })
        return grey
    }
}
