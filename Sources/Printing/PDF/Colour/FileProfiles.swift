/// The ICC profiles that a PDF carries, each in the file once.
struct FileProfiles {
    let press: ColourProfile?
    let screen: ColourProfile?
    private var objects: [ColourProfile: PDFFile.Reference] = [:]

    init(press: ColourProfile?, screen: ColourProfile?) {
        self.press = press
        self.screen = screen
    }

    /// The profile as an object of the file.
    mutating func object(_ profile: ColourProfile, _ file: inout PDFFile) -> PDFFile.Reference {
        if let object = objects[profile] { return object }
        let device = [1: "/DeviceGray", 3: "/DeviceRGB", 4: "/DeviceCMYK"][profile.components]!
        let object = file.addStream(" /N \(profile.components) /Alternate \(device)", profile.bytes)
        objects[profile] = object
        return object
    }

    /// The colour space of an RGB picture: by its own profile, else sRGB.
    mutating func rgb(ofJPEG jpeg: [UInt8]?, _ file: inout PDFFile) -> String {
        let own = jpeg.flatMap(JPEGProfile.bytes).flatMap(ColourProfile.init)
        guard let profile = own?.components == 3 ? own : screen else { return "/DeviceRGB" }
        return "[/ICCBased \(object(profile, &file))]"
    }
}
