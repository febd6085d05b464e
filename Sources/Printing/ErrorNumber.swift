internal import Glibc

/// The system's word on why a call failed.
struct ErrorNumber: Error, Hashable, CustomStringConvertible {
    let raw: Int32

    init(_ raw: Int32) { self.raw = raw }

    /// What the last call on this thread left behind.
    static var last: ErrorNumber { ErrorNumber(errno) }

    /// The system's sentence, as in “No such file or directory”.
    var description: String { String(cString: strerror(raw)) }
}
