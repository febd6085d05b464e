internal import Dispatch
internal import Synchronization

/// Lets go of what nobody needs any more, once there is nothing to do: a long edition leaves some hundred thousand small
/// pieces behind, and whoever waits for its PDF does not wait for them.
public enum LettingGo {
    private struct Held {
        var things: [Int: any Sendable] = [:]
        var next = 0
    }

    private static let held = Mutex(Held())

    /// Seconds after which nobody is taken to wait for anything.
    private static let quiet = 1.0

    /// Holds something until a thread in the background comes to let it go; a program that ends before never does.
    public static func later(_ something: any Sendable) {
        let number = held.withLock { held in
            held.next += 1
            held.things[held.next] = something
            return held.next
        }
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + quiet) {
            let thing = held.withLock { $0.things.removeValue(forKey: number) }
            withExtendedLifetime(thing) {}
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
