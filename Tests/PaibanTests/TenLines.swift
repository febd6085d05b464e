import Paiban

/// The page in ten lines of the documentation, without the imports.
func printPage(to file: String) async throws {
    // Ten lines:
    let words = "沿江村的黄桃熟了，合作社的社员们把昨夜采下的桃子装箱、过秤、贴上标签。"
    let lead = try Article(title: "黄桃熟了", body: "本报讯（记者 李群）" + String(repeating: words, count: 45))
    let second = try Article(title: "山货搭上快车", body: "本报讯 " + String(repeating: words, count: 30))
    let page = Edition.Page(layout: "bulletin", articles: [lead, second])
    let edition = Edition(paper: ["name": "江边日报"], date: Edition.Day("2023-06-21"), pages: [page])
    let composed = try await Compositor().compose(edition) { print("\($0) of \($1) pages") }
    for diagnostic in composed.diagnostics { print(diagnostic) }
    try await composed.pdf().write(to: file)
    try await composed.pages[0].png().write(to: file + ".png")
    // End.
}
