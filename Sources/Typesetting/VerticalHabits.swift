/// The choices that the house has in vertical lines (CLREQ 2.1.3, 5.2).
public struct VerticalHabits: Hashable, Sendable {
    /// Whether “” and ‘’ become 『』 and 「」 as GB/T 15834 has them in vertical text. What they say when they are
    /// copied stays as it was written. Quotation marks round a turned Western phrase always turn with it.
    public var cornerQuotes = true
    /// The most figures that stand side by side in one em (纵中横排); longer numbers are turned.
    public var figuresInOneEm = 3
    /// The most capitals and figures, GDP or 5G, that stand upright one below the other; longer ones are turned.
    public var uprightCapitals = 4

    public init() {}
}
