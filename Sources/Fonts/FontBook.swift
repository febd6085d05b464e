internal import Diagnostics
public import Files
public import Pages
package import CPango

/// Opens fonts and finds the faces of a role. Shaping and the choice of fonts use nothing else.
///
/// A book belongs to one task, because Pango's maps and contexts are not thread-safe. Two books over the same folders
/// return the same faces.
public final class FontBook {
    /// The roles that the book was opened with.
    public let roles: FontRoles
    /// Pango's context for shaping: 72 dpi, without hinting and without rounding of positions.
    package let context: OpaquePointer
    private let map: UnsafeMutablePointer<PangoFontMap>
    private let library: FontLibrary
    private let families: Set<String>
    private var descriptions: [RoleInLanguage: FontDescription] = [:]
    private var membership: [RoleFace: Bool] = [:]
    private var keys: [UnsafeMutablePointer<PangoFont>: FaceKey] = [:]

    /// Every face of the fonts in the book's folders. All books over the same folders list the same faces, so a page may
    /// contain lines that were composed with different books.
    public private(set) var faces: FaceTable

    /// The size at which text is shaped, in points. Without hinting, advances scale linearly, so one size serves all.
    package static let shapingSize = 100.0

    /// What is not opened in the folders, in the order of the folders.
    public let ignoredFiles: [IgnoredFontFile]

    /// - Parameters:
    ///   - folders: the folders that contain fonts, searched with all folders below them.
    ///   - systemFolders: folders that are searched after the others, and not looked through for links.
    ///   - roots: the folders that links in `folders` may lead to; nil for all.
    ///   - cache: a folder for fontconfig's index of the fonts, which is created if it is missing.
    /// - Throws: `DiagnosticsError` if the folders contain no font at all.
    public init(
        roles: FontRoles, folders: [String], systemFolders: [String] = [], roots: FolderRoots? = nil, cache: String
    ) throws {
        self.roles = roles
        let checked = folders.map { FontFolder($0, roots: roots) }
        ignoredFiles = checked.flatMap(\.ignored)
        guard
            let library = FontLibrary(
                folders: checked + systemFolders.map(FontFolder.init(unchecked:)), cache: cache),
            let map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT)
        else { throw DiagnosticsError([.error(at: nil, "fontconfig cannot read the font folders")]) }
        self.library = library
        self.map = map
        families = library.familyNames()
        faces = library.faces()
        guard !families.isEmpty else {
            throw DiagnosticsError([
                .error(
                    at: nil, "no fonts found in " + (folders + systemFolders).joined(separator: ", "),
                    hints: "install fonts-noto-cjk, or put font files into fonts/")
            ])
        }
        pango_cairo_font_map_set_resolution(OpaquePointer(map), 72)
        pango_fc_font_map_set_config(OpaquePointer(map), library.config)
        context = pango_font_map_create_context(map)
        let options = cairo_font_options_create()
        cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
        pango_cairo_context_set_font_options(context, options)
        cairo_font_options_destroy(options)
        pango_context_set_round_glyph_positions(context, 0)
    }

    deinit {
        g_object_unref(UnsafeMutableRawPointer(context))
        g_object_unref(map)
    }

    /// The paths of the font files.
    public var files: Set<String> { Set(faces.sorted.map(\.file)) }

    /// The families of a role that are installed, in the order of preference.
    public func available(_ role: String, in language: String = "") -> [FontRoles.Family] {
        roles.families(of: role, in: language).filter { families.contains($0.name) }
    }

    /// Pango's description of a role at the shaping size. For an unknown role, or one without an installed family (see
    /// `has(_:in:)`), Pango chooses any font.
    package func description(of role: String, in language: String = "") -> OpaquePointer {
        let key = RoleInLanguage(role: role, language: language)
        if let cached = descriptions[key] { return cached.pointer }
        let installed = available(role, in: language)
        let names = (installed.isEmpty ? roles.families(of: role, in: language) : installed).map(\.name)
        let description = FontDescription(
            families: names, weight: installed.first?.weight ?? .regular, size: Self.shapingSize)
        descriptions[key] = description
        return description.pointer
    }

    private struct RoleInLanguage: Hashable {
        var role: String
        var language: String
    }

    /// Whether a role is known and has an installed font.
    public func has(_ role: String, in language: String = "") -> Bool { !available(role, in: language).isEmpty }

    /// Whether a face belongs to one of the role's families, and is not a substitute from another one.
    package func belongs(_ face: FaceKey, to role: String, in language: String = "") -> Bool {
        let key = RoleFace(role: RoleInLanguage(role: role, language: language), face: face)
        if let cached = membership[key] { return cached }
        let names = Set(roles.families(of: role, in: language).map(\.name))
        let belongs = !names.isDisjoint(with: library.familyNames(of: faces[face]))
        membership[key] = belongs
        return belongs
    }

    private struct RoleFace: Hashable {
        var role: RoleInLanguage
        var face: FaceKey
    }

    /// The key of the face of a Pango font.
    package func key(of font: UnsafeMutablePointer<PangoFont>) -> FaceKey {
        if let cached = keys[font] { return cached }
        let pattern = pango_fc_font_get_pattern(
            UnsafeMutableRawPointer(font).assumingMemoryBound(to: PangoFcFont.self))
        let face = FontLibrary.face(of: pattern)
        faces.insert(face)
        keys[font] = face.key
        g_object_ref(font)
        return face.key
    }

    /// The face in which text of a role is set; nil if Pango finds no font.
    public func face(of role: String, in language: String = "") -> FontFace? {
        guard let font = pango_font_map_load_font(map, context, description(of: role, in: language)) else { return nil }
        defer { g_object_unref(font) }
        return faces[key(of: font)]
    }
}

/// Owns a PangoFontDescription.
private final class FontDescription {
    let pointer: OpaquePointer

    init(families: [String], weight: FontRoles.Weight, size: Double) {
        pointer = pango_font_description_new()
        pango_font_description_set_family(pointer, families.joined(separator: ","))
        pango_font_description_set_weight(pointer, PangoWeight(rawValue: UInt32(weight.value)))
        pango_font_description_set_absolute_size(pointer, size * Double(PANGO_SCALE))
    }

    deinit { pango_font_description_free(pointer) }
}
