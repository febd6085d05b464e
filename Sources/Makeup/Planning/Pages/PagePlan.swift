public import Diagnostics
public import Layouts

/// The plan of a page: the places of its stories, their variants, and the cells that stay white. Composition builds the
/// page from it.
public struct PagePlan: Sendable {
    public var slot: PageSlot
    public var placements: [StoryPlacement]
    /// Cells that no story fills, and the message about them.
    public var holes: [GridRect] = []
    public var shortage: [Diagnostic] = []
    /// The planner's charges between the modules; nil when it did not place all of them.
    var charges: ItemisedCost?
    /// The dummy that the page had before, if it had one.
    var previous: PageDummy?
    /// The times of the stages before composition, in seconds.
    var phases: [PageReport.Phase] = []
}
