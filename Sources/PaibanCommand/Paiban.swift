import ArgumentParser

@main
struct Paiban: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "paiban",
        abstract: "Makes newspaper pages from a folder of copy and photos.",
        subcommands: [Galley.self])
}
