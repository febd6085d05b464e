internal import Glibc

/// The path of the running program, links resolved.
public func programPath() -> String {
    guard let path = realpath("/proc/self/exe", nil) else { return CommandLine.arguments[0] }
    defer { free(path) }
    return String(cString: path)
}
