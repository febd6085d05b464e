import Layouts
import Pages
import TestSupport
import Testing

struct UnitsTests {
    @Test("every unit has its length")
    func units() throws {
        let read = try layout(
            """
            page: {margins: {left: 1cm, top: 2行}, bleed: 0}
            grid: {columns: 2, measure: 17, gutter: 1.5 字, leading: 13PT, rows: 10行}
            styles: {body: {size: 9pt}, kept: {size: 2字, leading: 150%, tracking: 5%}}
            """)
        #expect(read.grid.origin.x.isClose(to: .mm(10)))
        #expect(read.grid.origin.y.isClose(to: .pt(26)))
        #expect(read.grid.gutter.isClose(to: .pt(13.5)))
        #expect(read.grid.leading == .pt(13))
        #expect(read.grid.rows == 10)
        #expect(read.page.bleed == .zero)
        #expect(read.styles["kept"]?.size == .pt(18))
        #expect(read.styles["kept"]?.leading == .pt(27))
        #expect(read.styles["kept"]?.tracking == 0.05)
    }

    @Test("wrong units are reported with those that are possible")
    func wrong() {
        let report = WrongLayout.report([
            WrongLayout("no such unit", "page: {bleed: 3inch}\n"),
            WrongLayout("no unit", "page: {bleed: 3}\n"),
            WrongLayout("no number", "grid: {gutter: wide}\n"),
            WrongLayout("字 where the body's size is not known yet", "styles:\n  body: {size: 1字}\n"),
            WrongLayout("行 where the leading is not known yet", "grid: {leading: 1行}\n"),
            WrongLayout("less than nothing", "grid: {gutter: -1字}\n"),
            WrongLayout("half a character to the measure", "grid: {measure: 17.5字}\n"),
            WrongLayout("another unit for a count", "grid: {measure: 54mm}\n"),
            WrongLayout("an unknown place of the credit", "photos: {credit: above}\n"),
            WrongLayout("a share above the whole", "photos: {crop: 120%}\n"),
            WrongLayout("an absurd number", "page: {bleed: 99999999999999999999mm}\n"),
        ])
        #expect(difference(report, fromGolden: "units.txt") == nil)
    }
}
