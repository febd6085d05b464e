import ArgumentParser
import Printing

/// The options that say what a PDF is for.
struct PDFOptions: ParsableArguments {
    @Flag(help: "For a printing house: PDF/X-4, all colours as inks, with the profile of the press.")
    var press = false

    @Flag(help: "For readers on screens: RGB, small photos, shown page by page while it loads.")
    var screen = false

    @Flag(help: "With --press: crop and registration marks outside the page.")
    var marks = false

    @Option(
        help: ArgumentHelp(
            "With --press: photos stay rgb, each with its profile, or are converted to the press's inks, cmyk.",
            valueName: "rgb|cmyk"),
        transform: photoColours)
    var photos: PressOptions.PhotoColours?

    @Option(help: ArgumentHelp("With --press: the ICC profile that the printing house specifies.", valueName: "file"))
    var profile: String?

    func validate() throws {
        if press, screen { throw ValidationError("--press and --screen contradict each other; print twice") }
        for (option, isGiven) in [("marks", marks), ("photos", photos != nil), ("profile", profile != nil)]
        where isGiven && !press {
            throw ValidationError("--\(option) requires --press")
        }
    }

    var output: OutputProfile {
        if press {
            return .press(PressOptions(hasMarks: marks, photos: photos ?? .rgb, profile: profile))
        }
        return screen ? .screen : .standard
    }
}

private func photoColours(_ name: String) throws -> PressOptions.PhotoColours {
    guard let colours = PressOptions.PhotoColours(rawValue: name) else {
        throw ValidationError("--photos must be rgb or cmyk, not “\(name)”")
    }
    return colours
}
