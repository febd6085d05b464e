internal import Dispatch
internal import Synchronization

/// Lets go of what nobody needs any more, once there is nothing to do: a long edition leaves some hundred thousand small
/// pieces behind, and whoever waits for its PDF does not wait for them.
public enum LettingGo {
    private static let held = Mutex<[any Sendable]>([])

    /// Seconds after which nobody is taken to wait for anything.
    private static let quiet = 1.0

    /// Holds something until a thread in the background comes to let it go; a program that ends before never does.
    public static func later(_ something: any Sendable) {
        held.withLock { $0.append(something) }
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + quiet, execute: now)
    }

    /// Lets go of all that is held.
    @Sendable public static func now() {
        let all = held.withLock { held in
            let all = held
            held = []
            return all
        }
        withExtendedLifetime(all) {}
    }
}
