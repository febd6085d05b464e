import Layouts
import Pages
import TestSupport
import Testing

struct PaletteTests {
    @Test("colours have names and tints")
    func tints() throws {
        let read = try layout(
            """
            colours:
              red: {cmyk: [0, 100, 90, 0], rgb: '#c8161d'}
              blue: {rgb: '0000ff'}
            styles:
              a: {colour: red}
              b: {colour: black 60%}
              c: {colour: blue}
              d: {colour: red 50%}
            separators: {vertical: none, horizontal: 0.3mm red 50%}
            """)
        #expect(read.styles["a"]?.ink.press == Ink.CMYK(cyan: 0, magenta: 1, yellow: 0.9, black: 0))
        #expect(read.styles["a"]?.ink.screen.red == 200.0 / 255)
        #expect(read.styles["b"]?.ink == .black(0.6))
        #expect(read.styles["c"]?.ink.press == Ink.CMYK(cyan: 1, magenta: 1, yellow: 0, black: 0))
        #expect(read.styles["d"]?.ink.press == Ink.CMYK(cyan: 0, magenta: 0.5, yellow: 0.45, black: 0))
        #expect(read.separators.vertical == nil)
        #expect(read.separators.horizontal?.thickness == .mm(0.3))
        #expect(read.separators.horizontal?.ink == read.styles["d"]?.ink)
    }

    @Test("wrong colours and rules")
    func wrong() {
        let report = WrongLayout.report([
            WrongLayout(
                "an unknown colour", "colours:\n  red: {rgb: '#ff0000'}\nstyles:\n  a: {colour: rad}\n"),
            WrongLayout("a wrong tint", "styles:\n  a: {colour: black 60}\n"),
            WrongLayout("a bare # is a comment", "colours:\n  red: {rgb: \n    #ff0000\n    }\n"),
            WrongLayout("wrong digits", "colours:\n  red: {rgb: 'ff00zz'}\n"),
            WrongLayout("three inks instead of four", "colours:\n  red: {cmyk: [0, 100, 90]}\n"),
            WrongLayout("a colour without a value", "colours:\n  red: {}\n"),
            WrongLayout("a rule without a unit", "separators: {vertical: 0.25}\n"),
            WrongLayout("a rule in an unknown colour", "separators: {vertical: 0.25pt blakc 60%}\n"),
            WrongLayout("a blank rule", "separators: {vertical: '  '}\n"),
            WrongLayout("an unknown separator", "separators: {diagonal: 1pt}\n"),
        ])
        #expect(difference(report, fromGolden: "colours.txt") == nil)
    }
}
