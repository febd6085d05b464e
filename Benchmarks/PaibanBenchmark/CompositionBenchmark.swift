import Fonts
import Foundation
import Layouts
import Pages
@testable import Typesetting

/// The time to compose a character, compared with shaping it:
///
///     PAIBAN_BENCHMARKS=1 swift run -c release -Xswiftc -enable-testing paiban-benchmark FILE
///
/// Each line of the file is a paragraph. Shaping is the work of Pango and the code around it. Composing is everything
/// after it: gaps and sums, the search for the best breaks, glyph positions, and glyph runs.
enum CompositionBenchmark {
    static func run(_ file: String) throws {
        let text = try String(contentsOfFile: file, encoding: .utf8)
        let paragraphs = text.split(separator: "\n").map { StyledText(String($0), role: "song") }
        let count = Double(paragraphs.reduce(0) { $0 + $1.text.unicodeScalars.count })
        let roles = try FontRoles(parsing: "song: [Noto Serif CJK SC]", file: "roles")
        let fonts = try FontBook(
            roles: roles, folders: ["/usr/share/fonts"], cache: NSTemporaryDirectory() + "paiban-fontconfig")
        let typesetter = Typesetter(fonts: fonts, language: "zh-Hans")
        let style = TextStyle(role: "song", size: .pt(9), leading: .pt(13), align: .justify, indent: 2)
        let shaped = paragraphs.map { typesetter.shape($0, style: style) }
        let shaping = seconds { for paragraph in paragraphs { _ = typesetter.shape(paragraph, style: style) } }
        print("shaping: \(perCharacter(shaping, count)) µs a character")
        for measure in [11.0, 17, 30] {
            let composing = seconds {
                for text in shaped {
                    let composed = typesetter.compose(text, style: style, widths: [measure])
                    let builder = LineBuilder(shaped: composed.shaped, metrics: composed.metrics, style: style)
                    for (line, placed) in composed.lines { _ = builder.line(line, placed) }
                }
            }
            print(
                "composing at \(Int(measure)): \(perCharacter(composing, count)) µs a character, "
                    + "\((composing / shaping * 100).rounded() / 100) of shaping")
        }
    }

    /// The shortest of several runs, which other processes disturb least.
    private static func seconds(_ work: () -> Void) -> Double {
        let clock = ContinuousClock()
        var best = Double.infinity
        for _ in 0..<7 {
            let time = clock.measure(work)
            best = min(best, Double(time.components.attoseconds) * 1e-18 + Double(time.components.seconds))
        }
        return best
    }

    private static func perCharacter(_ seconds: Double, _ count: Double) -> Double {
        (seconds / count * 1e8).rounded() / 100
    }
}
