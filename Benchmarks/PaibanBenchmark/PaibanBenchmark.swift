/// The benchmarks by name. Each file describes what its benchmark measures.
@main
enum PaibanBenchmark {
    private static let usage =
        "usage: paiban-benchmark whole | planning | serving | daily [PAGES …] | generated FROM TO | copy FROM TO | FILE"

    static func main() async throws {
        let arguments = CommandLine.arguments.dropFirst()
        let numbers = arguments.dropFirst().compactMap { Int($0) }
        switch arguments.first {
        case nil: print(usage)
        case "whole": try WholeRunBenchmark.run()
        case "planning": PlanningBenchmark.run()
        case "serving": try await ServingBenchmark.run()
        case "daily": try DailyBenchmark.run(numbers)
        case "generated": try GeneratedBenchmark.run((numbers.first ?? 0)..<(numbers.last ?? 48))
        case "copy": CopyBenchmark.run((numbers.first ?? 0)..<(numbers.last ?? 690))
        case let file?: try CompositionBenchmark.run(file)
        }
    }
}
