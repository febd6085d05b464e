import Foundation

/// Compares a text with the golden file beside the test. Returns the first difference; nil when there is none. With
/// UPDATE_GOLDENS set, writes the golden instead.
public func difference(_ text: String, fromGolden name: String, of test: String = #filePath) -> String? {
    let folder = URL(fileURLWithPath: test).deletingLastPathComponent().appendingPathComponent("Goldens")
    let file = folder.appendingPathComponent(name)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDENS"] != nil {
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            try text.write(to: file, atomically: true, encoding: .utf8)
            return nil
        } catch {
            return "the golden \(file.path) cannot be written: \(error)"
        }
    }
    guard let golden = try? String(contentsOf: file, encoding: .utf8) else {
        return "no golden \(name) yet: run the tests once with UPDATE_GOLDENS=1 and read what it wrote"
    }
    let expected = golden.split(separator: "\n", omittingEmptySubsequences: false)
    let got = text.split(separator: "\n", omittingEmptySubsequences: false)
    for (number, pair) in zip(expected, got).enumerated() where pair.0 != pair.1 {
        return "\(name):\(number + 1): expected “\(pair.0)”, got “\(pair.1)”"
    }
    return expected.count == got.count ? nil : "\(name): expected \(expected.count) lines, got \(got.count)"
}
