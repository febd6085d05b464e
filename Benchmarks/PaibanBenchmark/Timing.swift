import Glibc

/// The time that work takes, in seconds: on the clock, and on the processor, of all threads together.
struct Timing {
    var clock: Double
    var processor: Double

    static let infinite = Timing(clock: .infinity, processor: .infinity)

    /// The smaller of each time.
    func min(_ other: Timing) -> Timing {
        Timing(
            clock: Swift.min(clock, other.clock), processor: Swift.min(processor, other.processor))
    }

    /// Measures the time between two moments.
    struct Stopwatch {
        private var clock = ContinuousClock.now
        private var processor = Timing.processorTime

        /// The time since the previous lap.
        mutating func lap() -> Timing {
            let (clock, processor) = (ContinuousClock.now, Timing.processorTime)
            defer { (self.clock, self.processor) = (clock, processor) }
            return Timing(clock: self.clock.duration(to: clock) / .seconds(1), processor: processor - self.processor)
        }
    }

    /// The processor time of this process, of all its threads, in seconds.
    private static var processorTime: Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9
    }
}
