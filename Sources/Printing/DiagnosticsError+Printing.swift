internal import Diagnostics

extension DiagnosticsError {
    /// Runs `body`; should the libraries below fail in it, says what could not be done and why.
    static func ifPrintingFails<Value>(_ what: String, _ body: () throws -> Value) throws -> Value {
        do {
            return try body()
        } catch let rejected as DiagnosticsError {
            throw rejected
        } catch {
            throw DiagnosticsError([.error(at: nil, "\(what): \(error)")])
        }
    }
}
