/// Elements side by side in memory, for the innermost loops of a search.
///
/// Setting an element of an array that belongs to a class takes a check that nobody else reads or owns the array, some
/// ten million times in a search. Here the elements have one owner, which frees them, and they may be set while the owner
/// is a constant. No reference to the memory leaves the type. Indices are checked where an element is set, and in debug
/// builds where one is read.
struct SearchArray<Element: ~Copyable>: ~Copyable {
    private var elements: UnsafeMutableBufferPointer<Element>
    private(set) var count = 0

    init() { elements = UnsafeMutableBufferPointer(start: nil, count: 0) }

    /// - Parameter element: gives each element.
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
            yield &elements[index]
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
        elements[range].sort(by: isBefore)
    }
}

extension SearchArray where Element == Double {
    /// Lowers each element to the least of those whose places have no bit that its own has not. The number of elements is
    /// a power of two.
    func lowerToLeastWithin() {
        guard let elements = elements.baseAddress, count > 1 else { return }
        precondition(count.nonzeroBitCount == 1)
        var bit = 1
        while bit < count {
            // Places with the bit stand behind those without it.
            for first in stride(from: bit, to: count, by: 2 * bit) {
                let with = elements + first, without = with - bit
                for place in 0..<bit { with[place] = min(with[place], without[place]) }
            }
            bit *= 2
        }
    }
}
