import Foundation

/// A program that ran to its end: its exit status and what it wrote.
public struct ProgramRun: Sendable {
    public var status: Int32
    public var output: String
    public var errors: String

    /// Runs a program and waits for it.
    ///
    /// - Parameters:
    ///   - folder: the folder that it runs in.
    ///   - environment: variables that are added to the tests' own.
    public init(
        _ program: String, _ arguments: [String], in folder: String? = nil, environment: [String: String] = [:]
    ) throws {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        if let folder { process.currentDirectoryURL = URL(fileURLWithPath: folder) }
        process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
        // Files, not pipes: a program that fills one pipe while the other is read would wait for ever.
        let said = try TemporaryFolder(["output": "", "errors": ""])
        process.standardOutput = FileHandle(forWritingAtPath: said.path("output"))
        process.standardError = FileHandle(forWritingAtPath: said.path("errors"))
        process.standardInput = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        status = process.terminationStatus
        output = try said.text(of: "output")
        errors = try said.text(of: "errors")
    }

    /// Runs a program without root's power to pass over the permissions of files.
    public static func withoutPrivileges(_ program: String, _ arguments: [String], in folder: String) throws
        -> ProgramRun
    {
        guard geteuid() == 0 else { return try ProgramRun(program, arguments, in: folder) }
        let bound = ["--bounding-set=-dac_override,-dac_read_search", program]
        return try ProgramRun("/usr/bin/env", ["setpriv"] + bound + arguments, in: folder)
    }
}
