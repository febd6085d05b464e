internal import Concurrency
internal import Diagnostics
internal import Makeup
internal import Pages
internal import Typesetting

/// Runs the stages of page jobs on a press's workers: variants, allocation, planning and composition. Makeup itself
/// does not start workers.
struct PageJobRunner: Sendable {
    let pool: WorkerPool
    let typesetters: ResourcePool<String, Typesetter>
    let language: String
    let cancellation: Cancellation?

    /// The pages of a job, in the order of their numbers.
    ///
    /// - Parameter progress: called for each page that is composed, on the thread that composed it.
    func pages(
        of job: PageJob, _ cache: JobCache, progress: @Sendable () -> Void
    ) throws -> [Reported<ComposedPage>] {
        let pages = try pool.pipeline { submit in
            // While this worker allocates, idle workers evaluate the stories that come next. This affects only speed:
            // without it, 31 broadsheet pages with one queue of copy take a fifth longer on two cores.
            try pool.withBackgroundTasks(job.estimatedStories) { index in
                try? withTypesetter { job.evaluateAhead(index, with: $0, cache) }
            } during: {
                try withTypesetter { typesetter in
                    try job.allocate(with: typesetter, cache) { assignment in
                        try cancellation?.check()
                        submit(assignment)
                    }
                }
            }
        } consume: { assignment in
            try cancellation?.check()
            defer { progress() }
            return try withTypesetter { typesetter in
                let plan = assignment.plan(with: typesetter, cache)
                let page = plan.value.composed(with: typesetter)
                return Reported(page.value, plan.diagnostics + page.diagnostics)
            }
        }
        return pages.sorted { $0.value.page.number < $1.value.page.number }
    }

    private func withTypesetter<Result>(_ work: (Typesetter) throws -> Result) throws -> Result {
        try typesetters.withResource(for: language, work)
    }
}
