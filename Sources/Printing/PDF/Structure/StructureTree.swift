internal import Pages

/// What a document's content is to a reader who cannot see it: pages, stories, headlines, paragraphs, figures
/// (ISO 32000-1, 14.7 and 14.8).
///
/// Content on the pages carries numbers, and the tree's elements say which numbers are theirs; so a paragraph is one
/// element though its lines stand in several legs or on several pages.
struct StructureTree {
    struct Element {
        /// One of PDF's standard types: Document, Sect, Art, H1…H6, P, BlockQuote, Figure, Caption, Link.
        let type: String
        let parent: Int?
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
    private var headingLevel = 0

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

    /// A headline's element. No level is left out on the way down, or readers would look for what is missing
    /// (ISO 14289-1, 7.4.2).
    mutating func heading(_ level: Int, in parent: Int) -> Int {
        headingLevel = max(1, min(level, headingLevel + 1, 6))
        return add("H\(headingLevel)", to: parent)
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
