import Foundation
public import Testing

extension Trait where Self == ConditionTrait {
    /// Marks a suite or a test that takes more than about half a second of processor time, starts a browser, or waits
    /// for the clock. `make test-fast` reports it as skipped; `make test` runs it.
    ///
    /// `swift test` cannot select tests by tag, so the trait reads the environment instead.
    public static var slow: Self {
        .disabled(if: ProcessInfo.processInfo.environment["PAIBAN_FAST_TESTS"] != nil, "slow; `make test` runs it")
    }
}
