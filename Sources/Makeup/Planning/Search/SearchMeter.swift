/// The work that the search for one plan may still do.
///
/// A search of a page of many stories, of stories that hardly fit, or of a sheet of very many rows has more ways than
/// anybody would wait for. So every search counts what it examines and ends when its meter is spent, with the best that it
/// has found until then. Work and not time is counted: the same input gives the same plan on any machine, however busy.
///
/// A meter belongs to one request for a plan. Requests do not share meters, because the results of some are cached, and
/// must depend on nothing but their input.
final class SearchMeter {
    /// The units that are left: one for each pair of entries, part and choice that is examined. A million units take about
    /// ten milliseconds of a processor.
    private(set) var left: Int

    /// For one plan: about twice what the costliest ordinary pages need, and a hundred times what most need.
    static let plan = 20_000_000
    /// For a plan that need not be found: one of several trials, or a proposal of what to change.
    static let trial = 8_000_000
    /// For one of many trials.
    static let briefTrial = 2_000_000
    /// For the plan that is made when there is no other. It is small, because such a plan searches through little.
    static let lastResort = 4_000_000

    init(_ units: Int) { left = units }

    var isSpent: Bool { left <= 0 }

    func spend(_ units: Int) { left -= units }
}
