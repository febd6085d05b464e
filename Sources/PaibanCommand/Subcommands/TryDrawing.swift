import ArgumentParser
import Printing

/// Draws a drawing and discards the result. `DrawingTrial` starts this command for drawings that may take all time or
/// memory, or end the process.
struct TryDrawing: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: DrawingTrial.arguments[0], abstract: "Tries whether a drawing can be drawn.",
        shouldDisplay: false)

    @Argument(help: "An SVG file.")
    var path: String

    func run() { DrawingTrial.run(path) }
}
