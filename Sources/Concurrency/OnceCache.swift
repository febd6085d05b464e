internal import Dispatch
internal import Synchronization

/// Values by key that several hands share: whoever asks for one first makes it, and others who ask meanwhile wait for it.
///
/// What is made must hang on the key alone; then nobody can tell who made it.
public final class OnceCache<Key: Hashable & Sendable, Value: Sendable>: Sendable {
    private final class Slot: Sendable {
        let making = DispatchGroup()
        let value = Mutex<Value?>(nil)
    }

    private let slots = Mutex<[Key: Slot]>([:])

    public init() {}

    public func value(for key: Key, _ make: () -> Value) -> Value {
        let (slot, isOurs) = slots.withLock { slots in
            if let slot = slots[key] { return (slot, false) }
            let slot = Slot()
            slot.making.enter()
            slots[key] = slot
            return (slot, true)
        }
        guard isOurs else {
            slot.making.wait()
            return slot.value.withLock { $0! }
        }
        let value = make()
        slot.value.withLock { $0 = value }
        slot.making.leave()
        return value
    }
}
