internal import Pages

/// The logical structure of a document for readers who cannot see it: pages, stories, headlines, paragraphs, figures
/// (ISO 32000-1, 14.7 and 14.8).
///
/// Content on the pages has marked-content identifiers, and elements refer to them. So a paragraph is one element even if
/// its lines are in several legs or on several pages.
struct StructureTree {
    struct Element {
        /// A standard structure type: Document, Sect, Art, H1…H6, P, BlockQuote, Figure, Caption or Link.
        fileprivate(set) var type: String
        fileprivate(set) var parent: Int?
        /// A headline's level on its page.
        fileprivate var level: Int?
        var kids: [Kid] = []
        /// The alternate description.
        var alt: String?
        /// A figure's bounding box as a PDF array.
        var box: String?
    }

    enum Kid: Hashable {
        case element(Int)
        /// Marked content by its page's index and its identifier there.
        case content(page: Int, number: Int)
        /// A link annotation by its index in `annotations`.
        case annotation(Int)
    }

    private(set) var elements: [Element] = [Element(type: "Document", parent: nil)]
    /// For each page, the element of each marked-content identifier.
    private(set) var contentOwners: [[Int]] = []
    /// The element and the page of each link annotation.
    private(set) var annotations: [(element: Int, page: Int)] = []
    private var stories: [String: Int] = [:]
    private var paragraphs: [Paragraph: Int] = [:]
    /// Stories that continue from pages which are not in this tree: their identifiers by element.
    private var continuations: [Int: String] = [:]

    private struct Paragraph: Hashable {
        var story, page, number: Int
    }

    /// Adds an element of a type; returns its index.
    mutating func add(_ type: String, to parent: Int) -> Int {
        elements.append(Element(type: type, parent: parent))
        elements[parent].kids.append(.element(elements.count - 1))
        return elements.count - 1
    }

    mutating func beginPage() -> Int {
        contentOwners.append([])
        return add("Sect", to: 0)
    }

    /// The element of a story. A continuation shares the element of the story's beginning.
    mutating func story(_ id: String, isContinued: Bool, on page: Int) -> Int {
        if isContinued, let story = stories[id] { return story }
        let story = add("Art", to: page)
        if isContinued { continuations[story] = id }
        stories[id] = story
        return story
    }

    /// The element of a paragraph, the same for all its parts. On each page a story's paragraphs are counted anew.
    mutating func paragraph(_ number: Int, of story: Int, page: Int) -> Int {
        let key = Paragraph(story: story, page: page, number: number)
        if let paragraph = paragraphs[key] { return paragraph }
        let paragraph = add("P", to: story)
        paragraphs[key] = paragraph
        return paragraph
    }

    /// Adds a headline. `assignHeadingTypes` sets its final type.
    mutating func addHeading(_ level: Int, to parent: Int) -> Int {
        let heading = add("H", to: parent)
        elements[heading].level = level
        return heading
    }

    /// Sets the types of all headlines. It must be called when all pages are in the tree. No level is skipped on the way
    /// down (ISO 14289-1, 7.4.2).
    mutating func assignHeadingTypes() {
        var last = 0
        for index in elements.indices {
            guard let level = elements[index].level else { continue }
            last = max(1, min(level, last + 1, 6))
            elements[index].type = "H\(last)"
        }
    }

    /// Appends the tree of the following pages. A story that began in this tree continues in its element.
    ///
    /// - Returns: the new index of each of the other tree's elements.
    mutating func append(_ next: StructureTree) -> [Int] {
        let first = elements.count
        var newIndices = [0], count = first
        for index in next.elements.indices.dropFirst() {
            if let id = next.continuations[index], let story = stories[id] {
                newIndices.append(story)
            } else {
                newIndices.append(count)
                count += 1
            }
        }
        func moved(_ kid: Kid) -> Kid? {
            switch kid {
            // A continuation merged into its story is no longer a kid of its page.
            case .element(let index): newIndices[index] < first ? nil : .element(newIndices[index])
            case .content(let page, let number): .content(page: page + contentOwners.count, number: number)
            case .annotation(let index): .annotation(index + annotations.count)
            }
        }
        for (newIndex, element) in zip(newIndices, next.elements) {
            let kids = element.kids.compactMap(moved)
            if newIndex < first {
                elements[newIndex].kids += kids
            } else {
                var copy = element
                (copy.parent, copy.kids) = (element.parent.map { newIndices[$0] }, kids)
                elements.append(copy)
            }
        }
        annotations += next.annotations.map { (newIndices[$0.element], $0.page + contentOwners.count) }
        contentOwners += next.contentOwners
        for (id, story) in next.stories { stories[id] = newIndices[story] }
        for (story, id) in next.continuations where newIndices[story] >= first {
            continuations[newIndices[story]] = id
        }
        return newIndices
    }

    /// Sets the elements that own a page's marked content, by identifier.
    mutating func setContentOwners(_ owners: [Int], ofPage page: Int) {
        contentOwners[page] = owners
        for (number, element) in owners.enumerated() {
            elements[element].kids.append(.content(page: page, number: number))
        }
    }

    mutating func addAnnotation(to element: Int) {
        annotations.append((element, contentOwners.count - 1))
        elements[element].kids.append(.annotation(annotations.count - 1))
    }

    mutating func describe(_ element: Int, alt: String? = nil, box: String? = nil) {
        if let alt { elements[element].alt = alt }
        if let box { elements[element].box = box }
    }

    /// The figure that a caption added next belongs to: the last kid of its parent.
    func lastFigure(in parent: Int) -> Int? {
        guard case .element(let last)? = elements[parent].kids.last, elements[last].type == "Figure" else { return nil }
        return last
    }

    /// Whether a figure has no alternate description, which PDF/UA requires.
    var hasFiguresWithoutAlt: Bool { elements.contains { $0.type == "Figure" && ($0.alt ?? "").isEmpty } }
}
