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
        var shades: [UInt8] = []
        for pixel in 0..<bytes.count / 3 {
            let red = bytes[3 * pixel]
            guard bytes[3 * pixel + 1] == red, bytes[3 * pixel + 2] == red else { return self }
            shades.append(red)
        }
        var grey = self
        (grey.components, grey.bytes) = (1, shades)
        return grey
    }
}
