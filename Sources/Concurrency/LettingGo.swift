internal import Dispatch
internal import Synchronization

/// Lets go of what nobody needs any more, once there is nothing to do: a long edition leaves some hundred thousand small
/// pieces behind, and whoever waits for its PDF does not wait for them.
public enum LettingGo {
    private struct Held {
        var things: [Int: [any Sendable]] = [:]
        var next = 0
    }

    private static let held = Mutex(Held())

    /// Seconds after which nobody is taken to wait for anything.
    private static let quiet = 1.0

    /// Holds things until a thread in the background comes to let them go; a program that ends before never does.
    public static func later(_ things: any Sendable...) {
        let number = held.withLock { held in
            held.next += 1
            held.things[held.next] = things
            return held.next
        }
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + quiet) {
            let things = held.withLock { $0.things.removeValue(forKey: number) }
            withExtendedLifetime(things) {}
        }
    }

    /// Lets go of all that is held.
    public static func now() {
        let all = held.withLock { held in
            defer { held.things = [:] }
            return held.things
        }
        withExtendedLifetime(all) {}
    }
}
