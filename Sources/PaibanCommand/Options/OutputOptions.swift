import ArgumentParser
import Press

/// What a command may replace.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Replace files that do not look like what is written. Files of an edition are never replaced.")
    var force = false

    func check(_ files: EditionFiles) -> OutputCheck { OutputCheck(files, replacesAnything: force) }
}
