import FoundationEssentials
import Glibc

/// What the program sets before it does anything else, so that neither the user's environment nor a limit of the shell
/// changes a page or ends the run.
enum ProcessSettings {
    static func apply() {
        // Writing returns an error in their place.
        signal(SIGXFSZ, SIG_IGN)
        signal(SIGPIPE, SIG_IGN)
        clearEnvironment()
    }

    /// The beginnings of the names of variables that the C libraries read: fontconfig, Pango, Cairo, Pixman, HarfBuzz,
    /// FreeType, GLib, gdk-pixbuf, librsvg, libxml2, ICU, libjpeg, qpdf, and of those of the locale, by which librsvg
    /// chooses among the languages of a drawing.
    private static let prefixes = [
        "FC_", "FONTCONFIG_", "PANGO", "CAIRO_", "PIXMAN_", "HB_", "FREETYPE_", "FT2_", "G_", "GOBJECT_", "GLIB_",
        "GIO_",
        "GDK_", "GSETTINGS_", "GVFS_", "RSVG_", "RUST_", "XML_", "SGML_", "ICU_", "TJ_", "JPEGMEM", "JSIMD_", "QPDF_",
        "TC_", "LANG", "LC_", "XDG_DATA_", "XDG_CONFIG_",
    ]
    /// The beginnings of those that libraries read when they are loaded, before the first line of the program.
    private static let earlyPrefixes = ["G_", "GOBJECT_", "PIXMAN_"]

    /// Removes the variables that change what the libraries do. If some have been read already, the program starts again
    /// without them.
    private static func clearEnvironment() {
        let names = ProcessInfo.processInfo.environment.keys.filter { name in prefixes.contains(where: name.hasPrefix) }
        // No other thread reads the environment yet.
        for name in names { unsetenv(name) }
        guard names.contains(where: { name in earlyPrefixes.contains(where: name.hasPrefix) }) else { return }
        var arguments = CommandLine.arguments.map { strdup($0) } + [nil]
        execv("/proc/self/exe", &arguments)
        // If the system does not allow it, the program goes on with what was read.
        for argument in arguments { free(argument) }
    }
}
