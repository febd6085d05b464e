internal import Dispatch

/// Lets go of what nobody needs any more, where there is a hand free for it.
public enum LettingGo {
    /// Holds something until a thread in the background comes to let it go.
    public static func later(_ something: some Sendable & AnyObject) {
        DispatchQueue.global(qos: .utility).async { withExtendedLifetime(something) {} }
    }
}
