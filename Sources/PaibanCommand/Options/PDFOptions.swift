import ArgumentParser
import Printing

/// What a PDF is for, as an editor says it.
struct PDFOptions: ParsableArguments {
    @Flag(help: "For a printing house: PDF/X-4, all colours as inks, with the profile of the press.")
    var press = false

    @Flag(help: "For readers on screens: small photos, RGB, shown page by page as it comes.")
    var screen = false

    @Flag(help: "With --press: crop and registration marks beside the page.")
    var marks = false

    @Option(
        help: ArgumentHelp(
            "With --press: photos stay rgb, each with its profile, or are parted into the press's inks, cmyk.",
            valueName: "rgb|cmyk"),
        transform: photoColours)
    var photos: PressSheet.PhotoColours?

    @Option(help: ArgumentHelp("With --press: the ICC profile that the printing house names.", valueName: "file"))
    var profile: String?

    func validate() throws {
        if press, screen { throw ValidationError("--press and --screen contradict each other; print twice") }
        for (option, isGiven) in [("marks", marks), ("photos", photos != nil), ("profile", profile != nil)]
        where isGiven && !press {
            throw ValidationError("--\(option) belongs to --press")
        }
    }

    var form: OutputProfile {
        if press {
            return .press(PressSheet(hasMarks: marks, photos: photos ?? .rgb, profile: profile))
        }
        return screen ? .screen : .standard
    }
}

private func photoColours(_ name: String) throws -> PressSheet.PhotoColours {
    guard let colours = PressSheet.PhotoColours(rawValue: name) else {
        throw ValidationError("--photos has to be rgb or cmyk, not “\(name)”")
    }
    return colours
}
