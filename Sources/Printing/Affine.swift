/// A map from one plane to another that keeps straight lines straight: x′ = xx·x + xy·y + x₀, y′ = yx·x + yy·y + y₀.
struct Affine: Hashable {
    var xx, yx, xy, yy, x, y: Double

    static func scale(_ across: Double, _ down: Double) -> Affine {
        Affine(xx: across, yx: 0, xy: 0, yy: down, x: 0, y: 0)
    }

    static func move(_ x: Double, _ y: Double) -> Affine { Affine(xx: 1, yx: 0, xy: 0, yy: 1, x: x, y: y) }

    /// This map first, then the other.
    func then(_ next: Affine) -> Affine {
        Affine(
            xx: next.xx * xx + next.xy * yx, yx: next.yx * xx + next.yy * yx, xy: next.xx * xy + next.xy * yy,
            yy: next.yx * xy + next.yy * yy, x: next.xx * x + next.xy * y + next.x,
            y: next.yx * x + next.yy * y + next.y)
    }
}
