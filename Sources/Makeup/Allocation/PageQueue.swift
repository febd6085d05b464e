internal import Diagnostics
internal import Synchronization
internal import Typesetting

/// Pages whose stories are known, made by whoever has a hand free.
final class PageQueue: Sendable {
    private struct State {
        var waiting: [(page: Int, share: PageAssignment)] = []
        var made: [Int: Reported<ComposedPage>] = [:]
    }

    private let state = Mutex(State())
    private let make: @Sendable (_ page: Int, PageAssignment, Typesetter) -> Reported<ComposedPage>

    init(_ make: @escaping @Sendable (_ page: Int, PageAssignment, Typesetter) -> Reported<ComposedPage>) {
        self.make = make
    }

    func add(_ page: Int, _ share: PageAssignment) { state.withLock { $0.waiting.append((page, share)) } }

    /// Makes pages until none waits any more.
    ///
    /// - Parameter isFromBehind: whether those that came last come first.
    func work(_ typesetter: Typesetter, isFromBehind: Bool = false) {
        while let next = take(isFromBehind) {
            let page = make(next.page, next.share, typesetter)
            state.withLock { $0.made[next.page] = page }
        }
    }

    private func take(_ isFromBehind: Bool) -> (page: Int, share: PageAssignment)? {
        state.withLock { state in
            if state.waiting.isEmpty { return nil }
            return isFromBehind ? state.waiting.removeLast() : state.waiting.removeFirst()
        }
    }

    /// All pages that were added, in their order, once they are made.
    var pages: [Reported<ComposedPage>] {
        state.withLock { state in state.made.sorted { $0.key < $1.key }.map(\.value) }
    }
}
