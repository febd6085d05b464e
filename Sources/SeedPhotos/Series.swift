/// The photographs of one sample edition.
struct Series: Sendable {
    var name: String
    /// Pixels of a picture's longer side, and the bytes that its file may have.
    var longSide: Int, bytes: Int
    var sittings: [Sitting]

    static let all = [
        Series(name: "district", longSide: 2000, bytes: 440_000, sittings: [.station, .workshop]),
        Series(
            name: "county", longSide: 1500, bytes: 350_000,
            sittings: [.bridge, .boats, .terraces, .pagoda, .lanterns, .drying, .reading, .pottery, .ferry, .harvest]),
    ]
}
