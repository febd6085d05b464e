internal import Synchronization

/// Resources that are slow to open and that only one worker may use at a time, such as opened fonts.
///
/// A worker opens one when none is free, so there are as many as workers that need one at once. A program that repeats
/// its work keeps the pool, and with it the resources.
public final class ResourcePool<Key: Hashable & Sendable, Resource>: Sendable {
    /// Unchecked: resources pass from thread to thread, but no two threads ever hold the same one.
    private struct Box: @unchecked Sendable {
        let resource: Resource
    }

    private let open: @Sendable (Key) throws -> Resource
    private let free = Mutex<[Key: [Box]]>([:])

    /// - Parameter open: opens a resource for a key.
    public init(_ open: @escaping @Sendable (Key) throws -> Resource) { self.open = open }

    /// Executes work with a resource that no one else uses meanwhile.
    ///
    /// - Throws: what opening the resource or the work throws.
    public func withResource<Result>(for key: Key, _ work: (Resource) throws -> Result) throws -> Result {
        let box = try free.withLock { $0[key]?.popLast() } ?? Box(resource: open(key))
        defer { free.withLock { $0[key, default: []].append(box) } }
        return try work(box.resource)
    }
}
