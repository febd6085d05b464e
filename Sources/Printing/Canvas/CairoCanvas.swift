internal import CCairo
internal import Diagnostics
internal import Pages

/// Paper and the few things that a page puts on it: text, images, rules, boxes, and groups of them.
///
/// All printers paint with it, so that a preview shows what the press gets. It decides nothing: every place, size and ink stands in the page's items.
/// Units are points from the top left corner of the trimmed sheet.
final class CairoCanvas {
    let context: OpaquePointer
    let type: FontSet
    let photos: PhotoAlbum
    let fontOptions: OpaquePointer
    /// Device units to a point.
    let unit: Double
    /// Glyphs that are not shown yet and how their text falls on them.
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []
    var gathered: Gathered?
    /// Notes what belongs to what, for a file that tells its readers; nil for a picture.
    let tagger: PageTagger?
    /// Numbers in place of colours, for a file whose colours are named later; nil for a picture.
    let inks: InkMarkers?
    /// The surface lives as long as somebody paints on it.
    private let surface: CairoSurface

    init(
        on surface: CairoSurface, type: FontSet, photos: PhotoAlbum, unit: Double = 1, tagger: PageTagger? = nil,
        inks: InkMarkers? = nil
    ) throws {
        (self.tagger, self.inks) = (tagger, inks)
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

    /// Paints a page whose trimmed sheet begins so far from the surface's corner, in points to the right and down.
    func paint(_ page: Page, inset: Double = 0) throws { try paint(page, shiftedBy: (inset, inset)) }

    /// Paints a page whose trimmed sheet begins in another place than the surface, in points to the right and down.
    func paint(_ page: Page, shiftedBy shift: (x: Double, y: Double)) throws {
        cairo_save(context)
        cairo_translate(context, shift.x, shift.y)
        paint(page.items)
        cairo_restore(context)
        try check()
    }

    /// Ends a page of a file that has several.
    func showPage() throws {
        cairo_show_page(context)
        try check()
    }

    /// Covers everything with paper.
    func fillPaper() {
        setInk(.paper)
        cairo_paint(context)
    }

    private func paint(_ items: [Item]) {
        for item in items {
            if case .text = item {} else { showGathered() }
            switch item {
            case .text(let run): paint(run)
            case .image(let image): paint(image)
            case .rule(let rule): paint(rule)
            case .box(let box): paint(box)
            case .group(let group):
                tagger?.enter(group)
                paint(group.items)
                tagger?.leave(group)
            }
        }
        showGathered()
    }

    func paint(_ rule: Rule) {
        tagger?.own()
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
        tagger?.own()
        if let fill = box.fill {
            cairo_save(context)
            if covers(box.rect) { Self.clipToSheet(context) }
            outline(box.rect)
            setInk(fill)
            cairo_fill(context)
            cairo_restore(context)
        }
        if let frame = box.frame {
            outline(box.rect)
            setInk(frame.ink)
            cairo_set_line_width(context, frame.thickness.points)
            cairo_stroke(context)
        }
    }

    /// Whether a rectangle leaves nothing of the sheet free.
    private func covers(_ rect: Rect) -> Bool {
        let sheet = Self.sheet(context)
        return rect.x.points <= sheet.left && rect.y.points <= sheet.top && rect.maxX.points >= sheet.right
            && rect.maxY.points >= sheet.bottom
    }

    /// Cairo forgets all of a page when something covers it whole, tags included, and then misses these. Within a clip,
    /// though that be the sheet, it does not.
    static func clipToSheet(_ context: OpaquePointer) {
        let sheet = sheet(context)
        cairo_rectangle(context, sheet.left, sheet.top, sheet.right - sheet.left, sheet.bottom - sheet.top)
        cairo_clip(context)
    }

    /// The edges of what a context can paint on.
    private static func sheet(_ context: OpaquePointer) -> (left: Double, top: Double, right: Double, bottom: Double) {
        var edges = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)
        cairo_clip_extents(context, &edges.left, &edges.top, &edges.right, &edges.bottom)
        return edges
    }

    func outline(_ rect: Rect) {
        cairo_rectangle(context, rect.x.points, rect.y.points, rect.width.points, rect.height.points)
    }

    func setInk(_ ink: Ink) {
        let colour = inks?.stand(for: ink, piece: tagger?.piece ?? 0) ?? ink.screen
        cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    }
}

extension Rule.Wave {
    /// A cubic curve from where the pen is.
    struct Curve {
        var first, second, end: (x: Double, y: Double)
    }

    /// Half waves, turn about to either side, from the rule's start to its end.
    ///
    /// Each is one cubic whose control points stand `4/3` of the crest off the middle, where such a curve just reaches
    /// it, and `0.3642` of the half wave in from its ends, which is next to a sine.
    func curves(along rule: Rule) -> [Curve] {
        let (x, y) = (rule.from.x.points, rule.from.y.points)
        let (dx, dy) = (rule.to.x.points - x, rule.to.y.points - y)
        let whole = (dx * dx + dy * dy).squareRoot()
        guard whole > 0, length.points > 0 else { return [] }
        let (alongX, alongY) = (dx / whole, dy / whole)
        let count = max(1, Int((2 * whole / length.points).rounded()))
        let half = whole / Double(count)
        return (0..<count).map { number in
            let off = (number % 2 == 0 ? -4.0 / 3 : 4.0 / 3) * height.points
            func point(_ share: Double, _ off: Double) -> (x: Double, y: Double) {
                let along = (Double(number) + share) * half
                return (x + alongX * along - alongY * off, y + alongY * along + alongX * off)
            }
            return Curve(first: point(0.3642, off), second: point(1 - 0.3642, off), end: point(1, 0))
        }
    }
}
