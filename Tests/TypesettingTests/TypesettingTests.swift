import Testing
import Fonts
import Layouts
import Pages
import Foundation
@testable import Typesetting

@Test func scratch() throws {
    let roles = try FontRoles(parsing: "song: [Noto Serif CJK SC]\nhei: [Noto Sans CJK SC]\nkai: [LXGW WenKai]\nhei-heavy: ['Noto Sans CJK SC:black']\n", file: "roles")
    let fonts = try FontBook(roles: roles, folders: ["/usr/share/fonts"], cache: "/tmp/paiban-cache")
    let setter = Typesetter(fonts: fonts, language: "zh-Hans")
    let style = TextStyle(role: "song", size: .pt(9), leading: .pt(13), align: .justify, indent: 2)
    let arts = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: "/work/shared/seeds/jiangjin-page.articles.json"))) as! [[String: Any]]
    var opens: [Double] = []
    var chars = 0
    let t0 = Date()
    for a in arts {
        var rows = 0, subs = 0
        for b in a["body"] as! [Any] {
            if let s = b as? String { let set = setter.paragraph(StyledText(s, role: "song"), style: style, measure: .pt(153))!; rows += set.lines.count; opens += set.lines.filter{!$0.isLast}.map(\.opening)
              chars += s.count
              if set.lines.last!.text.count < 3 { print("  short:", set.lines.last!.text) } 
              for l in set.lines where abs(l.adjustment) > 0.6 { print("   ", l.text, l.adjustment, l.opening) } }
            else { rows += 3; subs += 1 }
        }
        print(a["title"] as! String, rows, subs)
    }
    print(chars, Date().timeIntervalSince(t0), opens.filter { $0 > 0 }.count, opens.count, opens.max()!)
}
