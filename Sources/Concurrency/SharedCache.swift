internal import Synchronization

/// Values by key that several workers share. Each is computed by one worker at a time.
///
/// The function that computes a value must depend only on its key, so that the result is the same whichever worker
/// computes it. Workers compute unclaimed entries before they block on entries that another worker is computing. A value
/// may be extended: a caller that finds it insufficient computes a larger one from it.
///
/// The cache keeps every value for as long as it lives itself; whoever creates it decides for how long that pays.
public final class SharedCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private final class Entry: Sendable {
        private let stored = Mutex<Value?>(nil)
        /// Held by the worker that computes the value.
        let claim = Mutex(())

        func value(_ isSufficient: (Value) -> Bool) -> Value? {
            stored.withLock { $0 }.flatMap { isSufficient($0) ? $0 : nil }
        }

        /// The caller holds the claim. Another worker may have computed the value while the caller waited for it.
        func extend(_ isSufficient: (Value) -> Bool, _ compute: (Value?) -> Value) -> Value {
            let old = stored.withLock { $0 }
            if let old, isSufficient(old) { return old }
            let new = compute(old)
            stored.withLock { $0 = new }
            return new
        }
    }

    private let entries = Mutex<[Key: Entry]>([:])

    public init() {}

    /// The value for a key, computed if there is none or if the one that is there is insufficient.
    ///
    /// - Parameters:
    ///   - isSufficient: whether a value answers the question that the caller has.
    ///   - compute: returns a sufficient value; it receives the insufficient one, if any.
    public func value(
        for key: Key, if isSufficient: (Value) -> Bool = { _ in true }, orCompute compute: (Value?) -> Value
    ) -> Value {
        let entry = entries(for: CollectionOfOne(key))[0]
        return entry.value(isSufficient) ?? entry.claim.withLock { _ in entry.extend(isSufficient, compute) }
    }

    /// The values for some keys, each computed if there is none or if the one that is there is insufficient.
    ///
    /// - Parameters:
    ///   - isSufficient: whether the value for the key of that index answers the question that the caller has.
    ///   - compute: returns a sufficient value for the key of that index; it receives the insufficient one, if any.
    public func values(
        for keys: [Key], if isSufficient: (Int, Value) -> Bool, orCompute compute: (Int, Value?) -> Value
    ) -> [Value] {
        let entries = entries(for: keys)
        let unclaimed = entries.enumerated().map { index, entry in
            entry.value { isSufficient(index, $0) }
                ?? entry.claim.withLockIfAvailable { _ in
                    entry.extend({ isSufficient(index, $0) }, { compute(index, $0) })
                }
        }
        return entries.enumerated().map { index, entry in
            unclaimed[index]
                ?? entry.claim.withLock { _ in entry.extend({ isSufficient(index, $0) }, { compute(index, $0) }) }
        }
    }

    private func entries(for keys: some Collection<Key>) -> [Entry] {
        entries.withLock { entries in
            keys.map { key in
                if let entry = entries[key] { return entry }
                let entry = Entry()
                entries[key] = entry
                return entry
            }
        }
    }
}
