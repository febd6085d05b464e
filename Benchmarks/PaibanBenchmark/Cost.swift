/// What work costs, in seconds: by the clock, and of the processor on all cores together.
struct Cost {
    var clock: Double
    var processor: Double

    static let endless = Cost(clock: .infinity, processor: .infinity)

    /// The less of each.
    func least(_ other: Cost) -> Cost {
        Cost(clock: min(clock, other.clock), processor: min(processor, other.processor))
    }

    /// Tells what it costs from one moment to the next.
    struct Meter {
        private var clock = ContinuousClock.now
        private var processor = ProcessorTime.now

        /// Since the lap before.
        mutating func lap() -> Cost {
            let (clock, processor) = (ContinuousClock.now, ProcessorTime.now)
            defer { (self.clock, self.processor) = (clock, processor) }
            return Cost(clock: self.clock.duration(to: clock) / .seconds(1), processor: processor - self.processor)
        }
    }
}
