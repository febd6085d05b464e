import ArgumentParser
import Glibc

struct Paiban: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paiban",
        abstract: "Makes newspaper pages from a folder of copy and photos.",
        subcommands: [Build.self, Preview.self, Import.self, FontList.self, Galley.self])
}

/// Runs the command line. Exit statuses: 0 made, 1 errors in what the user wrote, 2 wrong usage.
@main
enum Main {
    static let wrongUsage: Int32 = 2

    static func main() {
        do {
            var command = try Paiban.parseAsRoot()
            try command.run()
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
}
