internal import Dispatch

/// Releases values after the work that needed them: a long edition leaves some hundred thousand small objects, and the
/// caller who waits for its PDF need not wait until they are freed.
public enum DeferredRelease {
    /// Seconds after which the values are released.
    public static let delay = 1.0

    /// Keeps values alive for `delay` seconds and releases them on a background thread. A program that ends earlier never
    /// frees them.
    public static func release(_ values: any Sendable...) {
        DispatchQueue.global(qos: .utility).asyncAfter(deadline: .now() + delay) { withExtendedLifetime(values) {} }
    }
}
