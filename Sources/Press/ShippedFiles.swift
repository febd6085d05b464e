internal import Layouts

/// The layouts and the font roles that come with Paiban, embedded in the program, so that it finds them wherever it is.
///
/// The folder `Shipped` holds a link for each of these files to the one at the top of the checkout, where users look for
/// it.
enum ShippedFiles {
    /// The layout files, in alphabetical order.
    static var layouts: [LayoutFile] {
        layoutBytes.map { LayoutFile(path: "\(folder)/layouts/\($0.key).yaml", text: text($0.value)) }
    }

    static var roles: (path: String, text: String) {
        ("\(folder)/fonts/roles.yaml", text(PackageResources.roles_yaml))
    }

    /// The name of the folder in messages. No folder on disk has this name.
    private static let folder = "<paiban>"

    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static var layoutBytes: KeyValuePairs<String, [UInt8]> {
        [
            "broadsheet-auto": PackageResources.broadsheet_auto_yaml,
            "broadsheet-classic-front": PackageResources.broadsheet_classic_front_yaml,
            "broadsheet-classic-inside": PackageResources.broadsheet_classic_inside_yaml,
            "broadsheet-front": PackageResources.broadsheet_front_yaml,
            "broadsheet-inside": PackageResources.broadsheet_inside_yaml,
            "bulletin": PackageResources.bulletin_yaml,
            "feature": PackageResources.feature_yaml,
            "tabloid-classic-front": PackageResources.tabloid_classic_front_yaml,
            "tabloid-classic-inside": PackageResources.tabloid_classic_inside_yaml,
            "tabloid-front": PackageResources.tabloid_front_yaml,
            "tabloid-inside": PackageResources.tabloid_inside_yaml,
            "tabloid-spread": PackageResources.tabloid_spread_yaml,
            "vertical-front": PackageResources.vertical_front_yaml,
            "wall-newspaper": PackageResources.wall_newspaper_yaml,
        ]
    }
}
