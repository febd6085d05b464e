internal import Pages

/// What a document's content is to a reader who cannot see it: pages, stories, headlines, paragraphs, figures
/// (ISO 32000-1, 14.7 and 14.8).
///
/// Content on the pages carries numbers, and the tree's elements say which numbers are theirs; so a paragraph is one
/// element though its lines stand in several legs or on several pages.
struct StructureTree {
    struct Element {
        /// One of PDF's standard types: Document, Sect, Art, H1…H6, P, BlockQuote, Figure, Caption, Link.
        fileprivate(set) var type: String
        fileprivate(set) var parent: Int?
        /// The level that a headline has on its page.
        fileprivate var level: Int?
        var kids: [Kid] = []
        /// What is read instead of the content.
        var alt: String?
        /// The page and place of a figure, in PDF's points.
        var box: String?
    }

    enum Kid: Hashable {
        case element(Int)
        /// Content of a page (counted from 0) by its number there.
        case content(page: Int, number: Int)
        /// A link's hot zone, by its place in the list of annotations.
        case annotation(Int)
    }

    private(set) var elements: [Element] = [Element(type: "Document", parent: nil)]
    /// For each page, whose content each number is.
    private(set) var owners: [[Int]] = []
    /// Whose hot zone each annotation is.
    private(set) var annotations: [(element: Int, page: Int)] = []
    private var stories: [String: Int] = [:]
    private var paragraphs: [Paragraph: Int] = [:]
    /// The elements of stories that go on from pages which the tree does not have, and the stories' names.
    private var rests: [Int: String] = [:]

    private struct Paragraph: Hashable {
        var story, page, number: Int
    }

    mutating func add(_ type: String, to parent: Int) -> Int {
        elements.append(Element(type: type, parent: parent))
        elements[parent].kids.append(.element(elements.count - 1))
        return elements.count - 1
    }

    mutating func beginPage() -> Int {
        owners.append([])
        return add("Sect", to: 0)
    }

    /// A story's element; the rest of a story that began earlier goes on in the same.
    mutating func story(_ id: String, isContinued: Bool, on page: Int) -> Int {
        if isContinued, let story = stories[id] { return story }
        let story = add("Art", to: page)
        if isContinued { rests[story] = id }
        stories[id] = story
        return story
    }

    /// A paragraph's element, the same for all its parts. A story that goes on on another page counts them anew there.
    mutating func paragraph(_ number: Int, of story: Int, page: Int) -> Int {
        let key = Paragraph(story: story, page: page, number: number)
        if let paragraph = paragraphs[key] { return paragraph }
        let paragraph = add("P", to: story)
        paragraphs[key] = paragraph
        return paragraph
    }

    /// A headline's element.
    mutating func heading(_ level: Int, in parent: Int) -> Int {
        let heading = add("H", to: parent)
        elements[heading].level = level
        return heading
    }

    /// Gives headlines their types when all pages are there. No level is left out on the way down, or readers would look
    /// for what is missing (ISO 14289-1, 7.4.2).
    mutating func settleHeadings() {
        var last = 0
        for index in elements.indices {
            guard let level = elements[index].level else { continue }
            last = max(1, min(level, last + 1, 6))
            elements[index].type = "H\(last)"
        }
    }

    /// Adds the tree of the pages that come next. A story that began here goes on in its own element.
    ///
    /// - Returns: the numbers here of the other tree's elements.
    mutating func append(_ next: StructureTree) -> [Int] {
        let first = elements.count
        var numbers = [0], count = first
        for index in next.elements.indices.dropFirst() {
            if let id = next.rests[index], let story = stories[id] {
                numbers.append(story)
            } else {
                numbers.append(count)
                count += 1
            }
        }
        func moved(_ kid: Kid) -> Kid? {
            switch kid {
            // The rest of a story of ours is no part of its page.
            case .element(let index): numbers[index] < first ? nil : .element(numbers[index])
            case .content(let page, let number): .content(page: page + owners.count, number: number)
            case .annotation(let index): .annotation(index + annotations.count)
            }
        }
        for (number, element) in zip(numbers, next.elements) {
            let kids = element.kids.compactMap(moved)
            if number < first {
                elements[number].kids += kids
            } else {
                var own = element
                (own.parent, own.kids) = (element.parent.map { numbers[$0] }, kids)
                elements.append(own)
            }
        }
        annotations += next.annotations.map { (numbers[$0.element], $0.page + owners.count) }
        owners += next.owners
        for (id, story) in next.stories { stories[id] = numbers[story] }
        for (story, id) in next.rests where numbers[story] >= first { rests[numbers[story]] = id }
        return numbers
    }

    /// Enters the elements that a page's content belongs to, by its numbers.
    mutating func enter(_ elements: [Int], ofPage page: Int) {
        owners[page] = elements
        for (number, element) in elements.enumerated() {
            self.elements[element].kids.append(.content(page: page, number: number))
        }
    }

    mutating func addAnnotation(to element: Int) {
        annotations.append((element, owners.count - 1))
        elements[element].kids.append(.annotation(annotations.count - 1))
    }

    mutating func describe(_ element: Int, alt: String? = nil, box: String? = nil) {
        if let alt { elements[element].alt = alt }
        if let box { elements[element].box = box }
    }

    /// The figure that a caption found next would belong to: the last thing in its parent.
    func lastFigure(in parent: Int) -> Int? {
        guard case .element(let last)? = elements[parent].kids.last, elements[last].type == "Figure" else { return nil }
        return last
    }

    /// Figures that nobody can describe, which keeps the file from being called accessible.
    var hasSilentFigures: Bool { elements.contains { $0.type == "Figure" && ($0.alt ?? "").isEmpty } }
}
