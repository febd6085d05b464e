import ArgumentParser
import Concurrency
import Diagnostics
import Press
import Desk

struct Serve: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Shows the pages in the browser, and draws them again whenever a file is saved.",
        discussion: """
            Open the address that it says in a browser on this machine; no other machine can reach it. It ends with \
            Ctrl-C.
            """)

    @OptionGroup var edition: EditionArgument

    @Option(help: "The port of the address; 0 takes any that is free.")
    var port: UInt16 = 8520

    @Option(
        help: ArgumentHelp(
            "Keep the pages' dummies in this file, as for build. Pin or move stories there and see.", valueName: "file")
    )
    var dummy: String?

    @OptionGroup var resources: ResourceOptions

    func run() async throws {
        do {
            let server = try PreviewServer(edition: edition.edition, dummy: dummy, port: port, jobs: Cores.count) {
                resources.resources(for: $0)
            }
            var standardError = StandardError()
            print("\(server.address)  (Ctrl-C ends it)", to: &standardError)
            try await server.run()
        } catch let rejected as DiagnosticsError {
            try reporting { rejected.diagnostics }
        }
    }
}
