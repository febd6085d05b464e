public import Diagnostics
public import Layouts

/// The plan of a page: where its stories stand and in which variants, and what stays white. Composition builds the page
/// from it.
public struct PagePlan: Sendable {
    public var slot: PageSlot
    public var placements: [StoryPlacement]
    /// Cells that no story fills, and the message about them.
    public var holes: [GridRect] = []
    public var shortage: [Diagnostic] = []
    /// The planner's charges between the modules; nil where the planner did not place all of them.
    var charges: ItemisedCost?
    /// The dummy that the page had before, if it had one.
    var previous: PageDummy?
    /// Seconds that the stages before composition took.
    var phases: [PageReport.Phase] = []
}
