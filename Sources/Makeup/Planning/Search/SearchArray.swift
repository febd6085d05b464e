/// A contiguous array for the innermost loops of a search.
///
/// If a class sets an element of an `Array` property, the program checks at run time that the array has no other owner
/// and that no other access overlaps. Ten million such checks in a search take too long. A search array is the only
/// owner of its elements and frees them. They can therefore be set even if the array is a constant. No reference to the
/// memory leaves the type. Indices are checked when an element is set, and in debug builds also when one is read.
struct SearchArray<Element: ~Copyable>: ~Copyable {
    private var elements: UnsafeMutableBufferPointer<Element>
    private(set) var count = 0

    init() { elements = UnsafeMutableBufferPointer(start: nil, count: 0) }

    /// - Parameter element: creates each element.
    init(count: Int, _ element: () -> Element) {
        elements = .allocate(capacity: count)
        for index in 0..<count { elements.initializeElement(at: index, to: element()) }
        self.count = count
    }

    deinit {
        elements.extracting(..<count).deinitialize()
        elements.deallocate()
    }

    var indices: Range<Int> { 0..<count }

    subscript(index: Int) -> Element {
        @inline(__always)
        _read {
            assert(indices.contains(index))
            yield elements[index]
        }
        @inline(__always)
        nonmutating _modify {
            precondition(indices.contains(index))
            // The compiler fails at `&elements[index]` with the thread sanitizer.
            yield &(elements.baseAddress! + index).pointee
        }
    }
}

extension SearchArray {
    init(repeating element: Element, count: Int) {
        self.init()
        elements = .allocate(capacity: count)
        elements.initialize(repeating: element)
        self.count = count
    }

    @inline(__always)
    mutating func append(_ element: Element) {
        if count == elements.count { grow() }
        elements.initializeElement(at: count, to: element)
        count += 1
    }

    @inline(never)
    private mutating func grow() {
        let larger = UnsafeMutableBufferPointer<Element>.allocate(capacity: max(16, 2 * elements.count))
        _ = larger.moveInitialize(fromContentsOf: elements[..<count])
        elements.deallocate()
        elements = larger
    }

    /// Sorts the elements of a range.
    func sort(_ range: Range<Int>, by isBefore: (Element, Element) -> Bool) {
        precondition(range.lowerBound >= 0 && range.upperBound <= count)
        // The compiler fails at `elements[range].sort`, too.
        var part = UnsafeMutableBufferPointer(rebasing: elements[range])
        part.sort(by: isBefore)
    }
}

extension SearchArray where Element == Double {
    /// Lowers each element to the least of the elements whose indices have no bits other than those of its own index.
    /// If an index represents a set, this is the least element of its subsets. The number of elements must be a power
    /// of two.
    func lowerToLeastWithin() {
        guard let elements = elements.baseAddress, count > 1 else { return }
        precondition(count.nonzeroBitCount == 1)
        var bit = 1
        while bit < count {
            // Indices with the bit come after those without it.
            var first = bit
            while first < count {
                let with = elements + first, without = with - bit
                for place in 0..<bit { with[place] = min(with[place], without[place]) }
                first += 2 * bit
            }
            bit *= 2
        }
    }
}
