/// Where a ray met a triangle.
struct Hit {
    var t: Float = .infinity, u: Float = 0, v: Float = 0
    var triangle: Int32 = -1
}

/// The tree of boxes that finds a ray's first triangle. It owns plain memory, written once and read by all threads.
final class BVH: @unchecked Sendable {  // unchecked: nothing changes after init
    /// A box; `low.w` holds the first child or triangle (whole numbers, exact below 2^24), `high.w` the number of
    /// triangles (0 in a branch).
    private struct Node {
        var low = SIMD4<Float>(repeating: .infinity), high = SIMD4<Float>(repeating: -.infinity)
        var first: Int {
            get { Int(low.w) }
            set { low.w = Float(newValue) }
        }
        var count: Int {
            get { Int(high.w) }
            set { high.w = Float(newValue) }
        }
        mutating func cover(_ a: SIMD4<Float>, _ b: SIMD4<Float>) {
            low.lowHalf = .init(min(low.x, a.x), min(low.y, a.y)); low.z = min(low.z, a.z)
            high.lowHalf = .init(max(high.x, b.x), max(high.y, b.y)); high.z = max(high.z, b.z)
        }
        var halfArea: Float {
            let d = high - low
            return d.x * d.y + d.y * d.z + d.z * d.x
        }
    }

    private let nodes: UnsafeMutablePointer<Node>
    private let corners: UnsafeMutablePointer<(SIMD4<Float>, SIMD4<Float>, SIMD4<Float>)>
    let order: [Int32]

    init(points: [Vec], triangles: [SIMD4<Int32>]) {
        let count = triangles.count
        let tree = UnsafeMutablePointer<Node>.allocate(capacity: 2 * count)
        var order = [Int32](0..<Int32(count))
        let boxes: [(SIMD4<Float>, SIMD4<Float>, Vec)] = triangles.map { t in
            let a = points[Int(t.x)], b = points[Int(t.y)], c = points[Int(t.z)]
            let low = pmin(pmin(a, b), c), high = pmax(pmax(a, b), c)
            return (SIMD4(low, 0), SIMD4(high, 0), (low + high) / 2)
        }
        var used = 1
        func build(_ at: Int, _ first: Int, _ count: Int) {
            var node = Node(), low = Vec(repeating: .infinity), high = Vec(repeating: -.infinity)
            for i in first..<first + count {
                let box = boxes[Int(order[i])]
                node.cover(box.0, box.1)
                low = pmin(low, box.2)
                high = pmax(high, box.2)
            }
            node.first = first
            node.count = count
            defer { tree[at] = node }
            guard count > 3, let split = cheapest(first, count, low, high, node.halfArea) else { return }
            var middle = first
            for i in first..<first + count where boxes[Int(order[i])].2[split.axis] < split.at {
                order.swapAt(i, middle)
                middle += 1
            }
            guard middle > first, middle < first + count else { return }
            let left = used
            used += 2
            node.first = left
            node.count = 0
            build(left, first, middle - first)
            build(left + 1, middle, first + count - middle)
        }
        /// Of sixteen planes along each axis, the one with the least expected work (surface-area heuristic).
        func cheapest(_ first: Int, _ count: Int, _ low: Vec, _ high: Vec, _ whole: Float) -> (axis: Int, at: Float)? {
            let bins = 16
            var best: (axis: Int, at: Float)?, cost = Float(count) * whole
            for axis in 0..<3 where high[axis] - low[axis] > 1e-6 {
                var bin = [Node](repeating: Node(), count: bins), number = [Float](repeating: 0, count: bins)
                let scale = Float(bins) / (high[axis] - low[axis]) * 0.9999
                for i in first..<first + count {
                    let box = boxes[Int(order[i])], k = Int((box.2[axis] - low[axis]) * scale)
                    bin[k].cover(box.0, box.1)
                    number[k] += 1
                }
                var left = [Float](repeating: 0, count: bins), node = Node(), n: Float = 0
                for k in 0..<bins - 1 {
                    node.cover(bin[k].low, bin[k].high)
                    n += number[k]
                    left[k + 1] = n > 0 ? n * node.halfArea : 0
                }
                (node, n) = (Node(), 0)
                for k in (1..<bins).reversed() {
                    node.cover(bin[k].low, bin[k].high)
                    n += number[k]
                    let sum = left[k] + (n > 0 ? n * node.halfArea : 0) + whole
                    if n > 0, left[k] > 0, sum < cost { (cost, best) = (sum, (axis, low[axis] + Float(k) / scale)) }
                }
            }
            return best
        }
        build(0, 0, count)
        (nodes, self.order) = (tree, order)
        corners = .allocate(capacity: count)
        for i in 0..<count {
            let t = triangles[Int(order[i])], a = points[Int(t.x)]
            corners[i] = (SIMD4(a, 0), SIMD4(points[Int(t.y)] - a, 0), SIMD4(points[Int(t.z)] - a, 0))
        }
    }

    deinit {
        nodes.deallocate()
        corners.deallocate()
    }

    /// The first triangle before `limit`; with `any`, just one of them.
    func hit(_ origin: Vec, _ direction: Vec, limit: Float = .infinity, any: Bool = false) -> Hit {
        var hit = Hit()
        hit.t = limit
        let o = SIMD4(origin, 0), inverse = SIMD4(1 / direction, 0)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: 96) { stack in
            var depth = 0, current = 0
            while true {
                let node = nodes[current]
                if node.count > 0 {
                    for i in node.first..<node.first + node.count { meet(i, origin, direction, &hit) }
                    if any, hit.triangle >= 0 { return }
                } else {
                    var near = node.first, far = near + 1
                    var a = entry(near, o, inverse, hit.t), b = entry(far, o, inverse, hit.t)
                    if b < a { swap(&near, &far); swap(&a, &b) }
                    if b < .infinity { stack[depth] = Int32(far); depth += 1 }
                    if a < .infinity { current = near; continue }
                }
                guard depth > 0 else { return }
                depth -= 1
                current = Int(stack[depth])
            }
        }
        return hit
    }

    @inline(__always) private func entry(_ i: Int, _ o: SIMD4<Float>, _ inverse: SIMD4<Float>, _ limit: Float) -> Float
    {
        let a = (nodes[i].low - o) * inverse, b = (nodes[i].high - o) * inverse
        let near = lesser(a, b), far = greater(a, b)
        let enter = max(max(near.x, near.y), max(near.z, 0)), leave = min(min(far.x, far.y), min(far.z, limit))
        return enter <= leave ? enter : .infinity
    }

    @inline(__always) private func meet(_ i: Int, _ origin: Vec, _ d: Vec, _ hit: inout Hit) {
        let (a4, u4, v4) = corners[i]
        let e1 = Vec(u4.x, u4.y, u4.z), e2 = Vec(v4.x, v4.y, v4.z)
        let p = cross(d, e2), det = dot(e1, p)
        guard abs(det) > 1e-12 else { return }
        let s = origin - Vec(a4.x, a4.y, a4.z), u = dot(s, p) / det
        guard u >= 0, u <= 1 else { return }
        let q = cross(s, e1), v = dot(d, q) / det
        guard v >= 0, u + v <= 1 else { return }
        let t = dot(e2, q) / det
        if t > 1e-4, t < hit.t { hit = Hit(t: t, u: u, v: v, triangle: Int32(i)) }
    }
}
