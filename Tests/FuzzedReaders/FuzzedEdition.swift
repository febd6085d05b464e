internal import Diagnostics
internal import Foundation
internal import GeneratedCopy
internal import TestSupport

/// A whole edition under fuzzing: invented copy, an edition.yaml, a layout and photos, some of whose files are mutated.
///
///     let faults = try FuzzedEdition(seed: 12).faults(of: program, in: folder.path)      // [] if there are none
///
/// Whatever the files are, the program ends within limits of time and memory, with one of its own exit statuses. It changes
/// no input, and no story is missing from its pages without a message. Equal seeds give equal editions.
public struct FuzzedEdition: Sendable {
    /// The files by their paths in the edition's folder.
    public private(set) var files: [String: [UInt8]] = [:]
    /// The titles of the stories whose files are as they were written.
    private var titles: [String: String] = [:]
    private var chance: SeededRandom
    /// The number of the program's workers.
    private let jobs: Int

    /// Limits for one run of an edition of a few pages.
    public struct Limits: Sendable {
        /// The processor time for each of the program's workers.
        public var seconds = 5.0
        public var megabytes = 600
        /// The seconds after which the program is stopped. Others may keep the machine busy.
        public var wait = 60.0

        public init() {}
    }

    public init(seed: Int) throws {
        chance = SeededRandom(seed)
        jobs = 1 + seed % 2
        try invent()
        try mutate(seed: seed)
    }

    // MARK: The edition

    private mutating func invent() throws {
        var copy = InventedCopy(chance: chance)
        let count = chance.pick([1, 2, 3, 5, 8, 13, 21, 34])
        for number in 0..<count {
            let path = "copy/s\(number).md"
            let title = copy.title(chance.number(in: 4...24)) + "（\(number)）"
            var text = "---\ntitle: '\(title)'\nrank: \(chance.pick([1, 2, 2, 3, 3, 3, 4, 5]))\n"
            if chance.isTrue(0.3) { text += "kicker: \(copy.title(8))\n" }
            if chance.isTrue(0.3) { text += "byline: 记者 \(copy.title(3))\n" }
            if chance.isTrue(0.3) {
                text += "photos: [{file: p\(chance.number(in: 0...2)).jpg, caption: \(copy.title(12))}]\n"
            }
            text += "---\n\n"
            for _ in 0..<chance.pick([0, 1, 1, 2, 4, 9]) {
                text += copy.paragraph(chance.number(in: 10...260)) + "\n\n"
            }
            files[path] = Array(text.utf8)
            titles[path] = title
        }
        if chance.isTrue(0.25) {
            let raw = GeneratedCopy(seed: chance.number(in: 0...99)).source.lines.joined(separator: "\n")
            files["copy/raw.txt"] = Array(raw.utf8)
        }
        files["photos/p0.jpg"] = TinyJPEG.corners().bytes
        files["photos/p1.jpg"] = TinyJPEG.corners(orientation: 6, isProgressive: true).bytes
        let edge = chance.number(in: 1...300)
        files["photos/p2.jpg"] =
            TinyPNG(width: edge, height: 301 - edge) { _ in Array(repeating: 90, count: 3 * edge) }.bytes
        let names = try FileManager.default.contentsOfDirectory(atPath: Checkout.folder + "/layouts")
            .filter { $0.hasSuffix(".yaml") }.sorted()
        files["layouts/own.yaml"] = Array(try Checkout.text(of: "layouts/" + chance.pick(names)).utf8)
        files["edition.yaml"] = Array(settings(layouts: names.map { String($0.dropLast(5)) } + ["own", "own"]).utf8)
    }

    private mutating func settings(layouts: [String]) -> String {
        var text = "paper: {name: 江边日报}\ndate: 2023-06-21\n"
        if chance.isTrue(0.4) {
            text +=
                "pages: auto\nlayouts: {front: \(chance.pick(layouts)), inside: \(chance.pick(layouts))}\ncopy: [copy]\n"
            return text
        }
        text += "pages:\n"
        for page in 0..<chance.number(in: 1...3) {
            text += "  - layout: \(chance.pick(layouts))\n"
            if page == 0 || chance.isTrue(0.5) { text += "    copy: [\(page == 0 ? "copy" : "copy/s0.md")]\n" }
            if chance.isTrue(0.3) {
                text += "    notices: [{columns: 1-2, rows: \(chance.number(in: 3...30)), title: 停水, text: 因检修。}]\n"
            }
        }
        if chance.isTrue(0.3) { text += "fillers: [{quote: 丙}, {image: p0.jpg, caption: 丁}]\n" }
        return text
    }

    /// Mutates up to three files by the words of their formats.
    private mutating func mutate(seed: Int) throws {
        let readers = try FuzzedReader.all()
        func reader(of path: String) -> FuzzedReader {
            let name =
                switch path {
                case "edition.yaml": "edition"
                case "photos/p2.jpg": "png"
                case _ where path.hasPrefix("layouts/"): "layout"
                case _ where path.hasPrefix("photos/"): "jpeg"
                case _ where path.hasSuffix(".txt"): "raw"
                default: "markdown"
                }
            return readers.first { $0.name == name }!
        }
        var mutator = Mutator(seed: seed)
        let groups = ["edition.yaml", "layouts/", "photos/", "copy/"]
        for _ in 0..<chance.pick([0, 1, 1, 1, 2, 3]) {
            let group = chance.pick(groups)
            guard let path = files.keys.filter({ $0.hasPrefix(group) }).sorted().nilIfEmpty.map({ chance.pick($0) })
            else {
                continue
            }
            files[path] = mutator.mutated(files[path]!, for: reader(of: path))
            // What a mutated file, or one of settings, does to the stories cannot be foreseen.
            if group == "copy/" { titles[path] = nil } else { titles = [:] }
        }
    }

    // MARK: The run

    /// Builds the edition in a folder with the program.
    ///
    /// - Returns: what is wrong with the run; empty if nothing is.
    public func faults(of program: String, in folder: String, limits: Limits = Limits()) throws -> [String] {
        let edition = folder + "/edition"
        try? FileManager.default.removeItem(atPath: edition)
        for (path, bytes) in files {
            let file = edition + "/" + path, end = file.lastIndex(of: "/")!
            try FileManager.default.createDirectory(atPath: String(file[..<end]), withIntermediateDirectories: true)
            try writeFile(bytes, to: file)
        }
        let run = try LimitedRun(
            program,
            ["build", edition, "-o", folder + "/out.pdf", "--report", folder + "/report.json", "--jobs", "\(jobs)"],
            messages: folder + "/messages", seconds: limits.wait)
        var faults: [String] = []
        if let signal = run.signal { faults.append("ended by signal \(signal)") }
        if run.isStopped { faults.append("no end after \(limits.wait) s") }
        if run.processorSeconds > limits.seconds * Double(jobs) {
            faults.append("\(run.processorSeconds) s of processor time with \(jobs) workers")
        }
        if run.megabytes > limits.megabytes { faults.append("\(run.megabytes) MB") }
        if run.status > 2 { faults.append("exit status \(run.status)") }
        for (path, bytes) in files where try readFile(edition + "/" + path) != bytes {
            faults.append("\(path) is changed")
        }
        let messages = String(decoding: try readFile(folder + "/messages"), as: UTF8.self)
        if run.status == 1, messages.isEmpty { faults.append("exit status 1 without a message") }
        if run.status == 0, faults.isEmpty {
            let report = String(decoding: try readFile(folder + "/report.json"), as: UTF8.self)
            for (path, title) in titles
            where !report.contains(title) && !messages.contains(title) && !messages.contains(path) {
                faults.append("“\(title)” is lost in silence")
            }
        }
        return faults
    }
}

private func readFile(_ path: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(fileURLWithPath: path))) }

extension Array {
    fileprivate var nilIfEmpty: Self? { isEmpty ? nil : self }
}
