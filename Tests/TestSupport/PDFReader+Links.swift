/// The targets of links and of the outline, and the labels of pages.
extension PDFReader {
    /// The target of a link.
    public struct Place: Hashable, Sendable {
        /// The page's index in the file.
        public var page: Int
        /// The distances from the page's left edge and from its foot; nil for the whole page.
        public var x, y: Double?
    }

    /// A link annotation: its description and its target.
    public struct Link: Hashable, Sendable {
        public var text: String
        /// Two of its corners, from the page's left edge and from its foot.
        public var rect: [Double]
        public var place: Place?
    }

    /// An outline entry with its children.
    public struct Entry: Hashable, Sendable {
        public var title: String
        public var place: Place?
        public var children: [Entry]
    }

    /// The links of each page.
    public var links: [[Link]] {
        let places = places
        return pages.map { page in
            (page["Annots"]?.items ?? []).filter { $0["Subtype"]?.name == "Link" }.map { link in
                Link(
                    text: link["Contents"]?.text ?? "", rect: link["Rect"]?.numbers ?? [],
                    place: link["Dest"]?.text.flatMap { places[$0] })
            }
        }
    }

    /// The outline, page by page.
    public var outline: [Entry] {
        let places = places
        func entries(_ first: PDFObject?) -> [Entry] {
            sequence(first: first) { $0?["Next"].map(Optional.some) ?? nil }.compactMap { $0 }.map { item in
                Entry(
                    title: item["Title"]?.text ?? "", place: item["Dest"]?.text.flatMap { places[$0] },
                    children: entries(item["First"]))
            }
        }
        return entries(root["Outlines"]?["First"])
    }

    /// The labels of the pages, each of which is labelled separately.
    public var labels: [String] {
        let items = root["PageLabels"]?["Nums"]?.items ?? []
        return stride(from: 1, to: items.count, by: 2).map { items[$0]["P"]?.text ?? "" }
    }

    private var places: [String: Place] {
        let items = root["Names"]?["Dests"]?["Names"]?.items ?? []
        let numbers = pages.map(\.number)
        var places: [String: Place] = [:]
        for index in stride(from: 0, to: items.count - 1, by: 2) {
            let target = items[index + 1].items
            guard let name = items[index].text, let page = numbers.firstIndex(of: target[0].number) else { continue }
            let isPoint = target[1].name == "XYZ"
            places[name] = Place(page: page, x: isPoint ? target[2].double : nil, y: isPoint ? target[3].double : nil)
        }
        return places
    }
}
