import ArgumentParser
import Diagnostics
import Glibc
import Press
import Printing

struct Paiban: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paiban",
        abstract: "Makes newspaper pages from a folder of copy and photos.",
        version: "0.1.0-dev",
        subcommands: [
            Build.self, Preview.self, Serve.self, New.self, Import.self, Check.self, Layouts.self, Fonts.self,
            Galley.self, TryDrawing.self,
        ])
}

/// Runs the command line. The exit status is 0 for success, 1 for errors in the user's files, 2 for wrong usage.
@main
enum Main {
    static let wrongUsage: Int32 = 2

    static func main() async {
        ProcessSettings.apply()
        DrawingTrial.enable(program: programPath())
        do {
            try checkSubcommand()
            var command = try Paiban.parseAsRoot()
            if var asyncCommand = command as? any AsyncParsableCommand {
                try await asyncCommand.run()
            } else {
                try command.run()
            }
        } catch {
            let code = Paiban.exitCode(for: error)
            var text = Paiban.fullMessage(for: error)
            if !text.isEmpty { text += "\n" }
            if code == .success {
                print(text, terminator: "")
                exit(0)
            }
            var standardError = StandardError()
            print(text, terminator: "", to: &standardError)
            exit(code == .validationFailure ? wrongUsage : code.rawValue)
        }
    }

    /// Rejects an unknown subcommand with the nearest known one. The argument parser would only call it unexpected.
    private static func checkSubcommand() throws {
        guard let name = CommandLine.arguments.dropFirst().first, !name.hasPrefix("-") else { return }
        if name == TryDrawing.configuration.commandName { return }
        let shown = Paiban.configuration.subcommands.filter { $0.configuration.shouldDisplay }
        let names = ["help"] + shown.map { $0._commandName }
        guard !names.contains(name) else { return }
        let hint =
            nearestName(to: name, among: names).map { "did you mean “\($0)”?" } ?? "there are: "
            + names.joined(separator: ", ")
        throw ValidationError("there is no subcommand “\(name)”; \(hint)")
    }
}
