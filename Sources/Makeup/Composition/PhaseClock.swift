/// Measures the time of each phase in which a page is made. Times of the same phase are added up.
final class PhaseClock {
    private(set) var phases: [PageReport.Phase]
    private let clock = ContinuousClock()

    /// - Parameter phases: the phases that earlier stages have measured.
    init(_ phases: [PageReport.Phase] = []) { self.phases = phases }

    func time<Result>(_ name: String, _ work: () -> Result) -> Result {
        let start = clock.now
        let result = work()
        let duration = start.duration(to: clock.now).components
        let seconds = Double(duration.seconds) + Double(duration.attoseconds) * 1e-18
        if let index = phases.firstIndex(where: { $0.name == name }) {
            phases[index].seconds += seconds
        } else {
            phases.append(PageReport.Phase(name: name, seconds: seconds))
        }
        return result
    }
}
