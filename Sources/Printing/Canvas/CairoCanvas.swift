internal import CCairo
internal import Diagnostics
internal import Pages

/// Paints the items of a page on a Cairo surface: text, images, rules, boxes and groups of them.
///
/// All printers share it, so a preview shows what the press gets. It makes no layout decisions: the page's items hold
/// every position, size and ink. Coordinates are points from the top left corner of the trimmed page.
final class CairoCanvas {
    let context: OpaquePointer
    let fonts: FontSet
    let images: ImageCache
    let fontOptions: OpaquePointer
    /// Device units per point.
    let scale: Double
    /// Glyphs that are not shown yet, and the clusters that map them to their text.
    var glyphs: [cairo_glyph_t] = []
    var clusters: [cairo_text_cluster_t] = []
    var pendingText: PendingText?
    /// Records the structure of a tagged PDF; nil for a picture.
    let tagger: PageTagger?
    /// Replaces inks by marker colours in a PDF, which are resolved later; nil for a picture.
    let inks: InkMarkers?
    /// Keeps the surface alive while the canvas paints on it.
    private let surface: CairoSurface

    init(
        on surface: CairoSurface, fonts: FontSet, images: ImageCache, scale: Double = 1, tagger: PageTagger? = nil,
        inks: InkMarkers? = nil
    ) throws {
        (self.tagger, self.inks) = (tagger, inks)
        self.surface = surface
        self.fonts = fonts
        self.images = images
        self.scale = scale
        context = cairo_create(surface.pointer)
        // No hinting: glyphs keep their outlines and the positions that the page gives them.
        fontOptions = cairo_font_options_create()
        cairo_font_options_set_antialias(fontOptions, CAIRO_ANTIALIAS_GRAY)
        cairo_font_options_set_hint_style(fontOptions, CAIRO_HINT_STYLE_NONE)
        cairo_font_options_set_hint_metrics(fontOptions, CAIRO_HINT_METRICS_OFF)
        cairo_set_font_options(context, fontOptions)
        cairo_scale(context, scale, scale)
        try check()
    }

    deinit {
        cairo_font_options_destroy(fontOptions)
        cairo_destroy(context)
    }

    /// Throws the first error since the canvas was created. After an error Cairo ignores all further calls.
    func check() throws {
        try CairoStatus.check(cairo_status(context))
    }

    /// Paints a page.
    ///
    /// - Parameter offset: the position of the trimmed page's top left corner on the surface, in points.
    func paint(_ page: Page, at offset: (x: Double, y: Double) = (0, 0)) throws {
        cairo_save(context)
        cairo_translate(context, offset.x, offset.y)
        paint(page.items)
        cairo_restore(context)
        try check()
    }

    /// Ends a page of a multi-page file.
    func showPage() throws {
        cairo_show_page(context)
        try check()
    }

    /// Fills the whole surface with paper white.
    func fillPaper() {
        setInk(.paper)
        cairo_paint(context)
    }

    private func paint(_ items: [Item]) {
        for item in items {
            if case .text = item {} else { showPendingText() }
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
        showPendingText()
    }

    // MARK: Rules and boxes

    func paint(_ rule: Rule) {
        tagger?.markContent()
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

    /// Fills the rectangle, then strokes its frame, centred on the rectangle's edge.
    func paint(_ box: Box) {
        tagger?.markContent()
        if let fill = box.fill {
            cairo_save(context)
            if coversSheet(box.rect) { Self.clipToSheet(context) }
            addPath(of: box.rect)
            setInk(fill)
            cairo_fill(context)
            cairo_restore(context)
        }
        if let frame = box.frame {
            addPath(of: box.rect)
            setInk(frame.ink)
            cairo_set_line_width(context, frame.thickness.points)
            cairo_stroke(context)
        }
    }

    private func coversSheet(_ rect: Rect) -> Bool {
        let sheet = Self.sheet(context)
        return rect.x.points <= sheet.left && rect.y.points <= sheet.top && rect.maxX.points >= sheet.right
            && rect.maxY.points >= sheet.bottom
    }

    /// Clips to the whole sheet.
    ///
    /// When an unclipped drawing covers the whole page, Cairo discards all that was drawn before, tags included, and
    /// then fails because of the missing tags. Within any clip it does not.
    static func clipToSheet(_ context: OpaquePointer) {
        let sheet = sheet(context)
        cairo_rectangle(context, sheet.left, sheet.top, sheet.right - sheet.left, sheet.bottom - sheet.top)
        cairo_clip(context)
    }

    /// The edges of the area that a context can paint on.
    private static func sheet(_ context: OpaquePointer) -> (left: Double, top: Double, right: Double, bottom: Double) {
        var edges = (left: 0.0, top: 0.0, right: 0.0, bottom: 0.0)
        cairo_clip_extents(context, &edges.left, &edges.top, &edges.right, &edges.bottom)
        return edges
    }

    func addPath(of rect: Rect) {
        cairo_rectangle(context, rect.x.points, rect.y.points, rect.width.points, rect.height.points)
    }

    func setInk(_ ink: Ink) {
        let colour = inks?.marker(for: ink, piece: tagger?.piece ?? 0) ?? ink.screen
        cairo_set_source_rgb(context, colour.red, colour.green, colour.blue)
    }
}

extension Rule.Wave {
    /// A cubic Bézier curve from the current point.
    struct Curve {
        var first, second, end: (x: Double, y: Double)
    }

    /// Half waves to alternating sides, from the rule's start to its end.
    ///
    /// Each half wave is one cubic that approximates a sine. Its control points lie `4/3` of the crest height off the
    /// axis, so that the curve just reaches the crest, and `0.3642` of the half wave's length from its ends.
    func curves(along rule: Rule) -> [Curve] {
        let (x, y) = (rule.from.x.points, rule.from.y.points)
        let (dx, dy) = (rule.to.x.points - x, rule.to.y.points - y)
        let total = (dx * dx + dy * dy).squareRoot()
        guard total > 0, length.points > 0 else { return [] }
        let (unitX, unitY) = (dx / total, dy / total)
        let count = max(1, Int((2 * total / length.points).rounded()))
        let half = total / Double(count)
        return (0..<count).map { index in
            let offset = (index % 2 == 0 ? -4.0 / 3 : 4.0 / 3) * height.points
            func point(_ fraction: Double, _ offset: Double) -> (x: Double, y: Double) {
                let distance = (Double(index) + fraction) * half
                return (x + unitX * distance - unitY * offset, y + unitY * distance + unitX * offset)
            }
            return Curve(first: point(0.3642, offset), second: point(1 - 0.3642, offset), end: point(1, 0))
        }
    }
}
