/// The ICC profiles that a PDF goes by and carries, each in the file once.
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
}
