extension Prices {
    /// A price that a layout file may change, and its name in the file.
    public struct Named: Sendable {
        /// The name of the price's property.
        public let name: String
        private let path: Path

        /// Most faults have one price. Some have several, by rank or by severity.
        private enum Path {
            case single(any WritableKeyPath<Prices, Cost> & Sendable)
            case ladder(any WritableKeyPath<Prices, [Cost]> & Sendable)
        }

        fileprivate init(_ name: String, _ path: any WritableKeyPath<Prices, Cost> & Sendable) {
            (self.name, self.path) = (name, .single(path))
        }

        fileprivate init(_ name: String, _ path: any WritableKeyPath<Prices, [Cost]> & Sendable) {
            (self.name, self.path) = (name, .ladder(path))
        }

        /// The fault's prices, the highest first. Most faults have one.
        public func costs(in prices: Prices) -> [Cost] {
            switch path {
            case .single(let path): [prices[keyPath: path]]
            case .ladder(let path): prices[keyPath: path]
            }
        }

        /// Changes the fault's prices.
        func change(_ prices: inout Prices, by change: Change) {
            switch path {
            case .single(let path): prices[keyPath: path] = change.applied(to: [prices[keyPath: path]])[0]
            case .ladder(let path): prices[keyPath: path] = change.applied(to: prices[keyPath: path])
            }
        }
    }

    /// The change that a layout file makes to a price.
    enum Change: Hashable {
        case times(Double)
        /// Sets the highest of a fault's prices. The others keep their proportion to it.
        case set(Double)

        fileprivate func applied(to costs: [Cost]) -> [Cost] {
            switch self {
            case .times(let factor): costs.map { $0 * factor }
            case .set(let units): costs.map { Cost(units) * ($0.units / costs[0].units) }
            }
        }
    }

    /// All prices that a layout file may change, group by group.
    ///
    /// The list does not contain thresholds, the prices that prevent stories from being cut or dropped, and the limits
    /// of the planner's search.
    public static let list: [Named] = [
        Named("buttingHeads", \.page.buttingHeads), Named("cutDown", \.page.cutDown),
        Named("cutAcross", \.page.cutAcross), Named("leadBelowLowerRank", \.page.leadBelowLowerRank),
        Named("storyBelowLowerRank", \.page.storyBelowLowerRank),
        Named("storyRightOfLowerRank", \.page.storyRightOfLowerRank), Named("lowStory", \.page.lowStory),

        Named("smallerHeadline", \.headlines.smallerHeadline),
        Named("smallerLeadHeadline", \.headlines.smallerLeadHeadline),
        Named("brokenHeadline", \.headlines.brokenHeadline), Named("extraHeadlineLine", \.headlines.extraHeadlineLine),
        Named("edgeToEdgeHeadline", \.headlines.edgeToEdgeHeadline), Named("deepHeadline", \.headlines.deepHeadline),
        Named("looseHeadline", \.headlines.looseHeadline), Named("narrowHeadline", \.headlines.narrowHeadline),
        Named("headlineBeside", \.headlines.headlineBeside), Named("headlineVertical", \.headlines.headlineVertical),
        Named("airBesideHeadline", \.headlines.airBesideHeadline),

        Named("whiteLine", \.legs.whiteLine), Named("shortLeg", \.legs.shortLeg), Named("longLeg", \.legs.longLeg),
        Named("shallowLegs", \.legs.shallowLegs), Named("unevenLeg", \.legs.unevenLeg),
        Named("holeAtLegFoot", \.legs.holeAtLegFoot), Named("earlierLegShort", \.legs.earlierLegShort),
        Named("loneLastLine", \.legs.loneLastLine), Named("loneFirstLine", \.legs.loneFirstLine),
        Named("subheadAtLegFoot", \.legs.subheadAtLegFoot), Named("subheadOverOneLine", \.legs.subheadOverOneLine),
        Named("stretchedBody", \.legs.stretchedBody),
        Named("steppedLegs", \.steps.steppedLegs), Named("deepStep", \.steps.deepStep),

        Named("croppedPhoto", \.photos.croppedPhoto), Named("photoOutOfProportion", \.photos.photoOutOfProportion),
        Named("undersizedPhoto", \.photos.undersizedPhoto), Named("photoPartingStory", \.photos.photoPartingStory),
        Named("photoOverHeadline", \.photos.photoOverHeadline), Named("photoInMiddle", \.photos.photoInMiddle),
        Named("photoAtLeft", \.photos.photoAtLeft),

        Named("narrowLead", \.stories.narrowLead), Named("unboxedStory", \.stories.unboxedStory),
        Named("filler", \.fillers.filler), Named("fillerCell", \.fillers.fillerCell),
        Named("laterPage", \.sharing.laterPage), Named("waitingStory", \.sharing.waitingStory),
        Named("unlikelyFit", \.sharing.unlikelyFit), Named("weakPage", \.sharing.weakPage),
        Named("whitePage", \.sharing.whitePage), Named("movedStories", \.dummies.movedStories),
    ]

    /// Widens the search in proportion to the highest rise of a price, and raises the prices that must exceed all
    /// others.
    ///
    /// Prices below that of a white line count as the price of a white line, because they can rise far before they
    /// affect a page.
    mutating func followRises() {
        let usual = Prices()
        let rise = Self.list.reduce(1.0) { rise, price in
            let (now, before) = (price.costs(in: self)[0], price.costs(in: usual)[0])
            return max(rise, now.units / max(before, usual.legs.whiteLine).units)
        }
        if rise == 1 { return }
        func scale(_ effort: inout Search.Effort) {
            effort.excess = effort.excess * rise
            effort.unevenness = effort.unevenness * rise
        }
        for index in search.efforts.indices { scale(&search.efforts[index]) }
        scale(&search.sharing)
        scale(&search.sharingWithHoles)
        for path in Self.following { self[keyPath: path] = self[keyPath: path] * rise }
    }

    /// The prices that rise with the highest one.
    private static let following: [any WritableKeyPath<Prices, Cost> & Sendable] = [
        \.search.goodPage, \.search.poorPage, \.search.worstPage, \.search.enoughInPassing, \.search.steppedShare,
        \.legs.oversetRow, \.jumps.unfilledPage, \.sharing.unplacedStory, \.sharing.unplacedLine,
    ]
}
