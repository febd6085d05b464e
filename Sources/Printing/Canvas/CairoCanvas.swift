internal import CCairo
internal import Diagnostics
internal import Pages

/// Paper and the few things that a page puts on it: text, images, rules, boxes, and groups of them.
///
/// The printers of pictures paint with it. It decides nothing: every place, size and ink stands in the page's items, so
/// that a preview shows what a PDF has. Units are points from the top left corner of the trimmed sheet.
final class CairoCanvas {
    let context: OpaquePointer
    let type: TypeCase
    let photos: PhotoAlbum
    let fontOptions: OpaquePointer
    /// Device units to a point.
    let unit: Double
    /// Room for one run's glyphs, kept from run to run.
    var glyphs: [cairo_glyph_t] = []
    /// The surface lives as long as somebody paints on it.
    private let surface: CairoSurface

    init(on surface: CairoSurface, type: TypeCase, photos: PhotoAlbum, unit: Double = 1) throws {
        self.surface = surface
        self.type = type
        self.photos = photos
        self.unit = unit
        context = cairo_create(surface.pointer)
        // Outlines as they were drawn: glyphs stand where the page says, and not on the pixels of some screen.
        fontOptions = cairo_font_options_create()
        cairo_font_options_set_antialias(fontOptions, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(fontOptions, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(fontOptions, CAIRO_HINT_METRICS_OFF)
        cairo_set_font_options(context, fontOptions)
        cairo_scale(context, unit, unit)
        try check()
    }

    deinit {
        cairo_font_options_destroy(fontOptions)
        cairo_destroy(context)
    }

    /// Throws what has gone wrong with the painting so far. Cairo keeps the first trouble and ignores all that follows.
    func check() throws {
        try CairoStatus.check(cairo_status(context))
    }

    /// Paints a page whose trimmed sheet begins at the surface's corner.
    func paint(_ page: Page) throws {
        paint(page.items)
        try check()
    }

    /// Covers everything with paper.
    func fillPaper() {
        setInk(.paper)
        cairo_paint(context)
    }

    private func paint(_ items: [Item]) {
        for item in items {
            switch item {
            case .text(let run): paint(run)
            case .image(let image): paint(image)
            case .rule(let rule): paint(rule)
            case .box(let box): paint(box)
            case .group(let group): paint(group.items)
            }
        }
    }

    func paint(_ rule: Rule) {
        setInk(rule.ink)
        cairo_set_line_width(context, rule.thickness.points)
        cairo_move_to(context, rule.from.x.points, rule.from.y.points)
        if let wave = rule.wave {
            for curve in wave.curves(along: rule) {
                cairo_curve_to(
                    context, curve.first.x, curve.first.y, curve.second.x, curve.second.y, curve.end.x, curve.end.y)
            }
        } else {
            cairo_line_to(context, rule.to.x.points, rule.to.y.points)
        }
        cairo_stroke(context)
    }

    /// Fills the rectangle, then draws its frame, the middle of whose line runs on the rectangle's edge.
    func paint(_ box: Box) {
        if let fill = box.fill {
            outline(box.rect)
            setInk(fill)
            cairo_fill(context)
        }
        if let frame = box.frame {
            outline(box.rect)
            setInk(frame.ink)
            cairo_set_line_width(context, frame.thickness.points)
            cairo_stroke(context)
        }
    }

    func outline(_ rect: Rect) {
        cairo_rectangle(context, rect.x.points, rect.y.points, rect.width.points, rect.height.points)
    }

    func setInk(_ ink: Ink) {
        cairo_set_source_rgb(context, ink.screen.red, ink.screen.green, ink.screen.blue)
    }
}
