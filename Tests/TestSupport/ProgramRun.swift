import Foundation

/// A program that ran to its end: its exit status and what it wrote.
public struct ProgramRun: Sendable {
    public var status: Int32
    public var output: String
    public var errors: String

    /// Runs a program and waits for it.
    ///
    /// - Parameters:
    ///   - folder: the working directory.
    ///   - environment: variables to add to those of the tests.
    public init(
        _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Output goes to files instead of pipes: a program that fills one pipe while the test reads the other would
        // block forever.
        let streams = try TemporaryFolder(["output": "", "errors": ""])
        process.standardOutput = FileHandle(forWritingAtPath: streams.path("output"))
        process.standardError = FileHandle(forWritingAtPath: streams.path("errors"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try streams.text(of: "output")
        errors = try streams.text(of: "errors")
    }

    /// Runs a program without root's privilege to ignore file permissions.
    public static func withoutPrivileges(_ program: String, _ arguments: [String], in folder: String) throws
        -> ProgramRun
    {
        guard geteuid() == 0 else { return try ProgramRun(program, arguments, in: folder) }
        let bound = ["--bounding-set=-dac_override,-dac_read_search", program]
        return try ProgramRun("/usr/bin/env", ["setpriv"] + bound + arguments, in: folder)
    }
}
