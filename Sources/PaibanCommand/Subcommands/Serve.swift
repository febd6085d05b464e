import ArgumentParser
import Concurrency
import Desk
import Diagnostics
import Press

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the pages in the browser and updates them whenever a file is saved.",
        discussion: """
            Open the printed address in a browser on this machine; other machines cannot reach it. Press Ctrl-C to end \
            the preview.
            """)

    @OptionGroup var edition: EditionArgument

    @Option(help: "The port to listen on; 0 for any free one.")
    var port: UInt16 = 8520

    @Option(
        help: ArgumentHelp(
            "Keep the pages' dummies in this file, as for build. Pin or move stories there and see the result.",
            valueName: "file")
    )
    var dummy: String?

    @OptionGroup var outputs: OutputOptions

    @OptionGroup var resources: ResourceOptions

    /// The process that a supervisor has started serves; 0, or the signal by which the one before it ended.
    @Option(help: .hidden)
    var supervised: Int32?

    func run() async throws {
        do {
            let server = try PreviewServer(
                edition: edition.edition, dummy: dummy, replacesAnything: outputs.force, port: port,
                isSupervised: supervised != nil, jobs: Cores.count
            ) { resources.resources(for: $0) }
            if let supervised {
                return try await server.runSupervised(after: supervised == 0 ? nil : supervised)
            }
            var standardError = StandardError()
            print("\(server.address)  (Ctrl-C ends it)", to: &standardError)
            let status = try PreviewSupervisor(server).run(programPath()) { crash in
                CommandLine.arguments.dropFirst() + ["--supervised", "\(crash ?? 0)"]
            }
            throw ExitCode(status)
        } catch let error as DiagnosticsError {
            try reporting { error.diagnostics }
        }
    }
}
