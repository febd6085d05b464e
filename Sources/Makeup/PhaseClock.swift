/// Takes the time of a page's phases, one after the other.
final class PhaseClock {
    private(set) var phases: [PageReport.Phase] = []
    private let clock = ContinuousClock()

    func time<Result>(_ name: String, _ work: () -> Result) -> Result {
        let start = clock.now
        defer { add(name, start.duration(to: clock.now)) }
        return work()
    }

    private func add(_ name: String, _ duration: Duration) {
        let seconds = Double(duration.components.seconds) + Double(duration.components.attoseconds) * 1e-18
        phases.append(PageReport.Phase(name: name, seconds: seconds))
    }
}
