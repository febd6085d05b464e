internal import Concurrency
internal import Glibc
internal import Synchronization

/// Draws a drawing in a process of its own before this process draws it.
///
/// librsvg has no limits: in a file of some kilobytes, filters on filters, copies of copies or a packed picture take
/// hours or all memory, and for some drawings it aborts the process. A process with limits on its time and memory finds
/// that out before librsvg does the same again here. Drawings of shapes alone need no trial (`PlainDrawing`).
///
/// The process is the program itself, which calls `run` when it is started with `arguments`. A program that does not
/// declare itself with `enable`, such as one that uses Paiban as a library, draws without trials.
public enum DrawingTrial {
    /// The arguments before the drawing's path.
    public static let arguments = ["try-drawing", "--"]

    /// The seconds of processor time in which a drawing must be read and drawn twice. Drawings of a newspaper take some
    /// hundredths.
    private static let maxSeconds: rlim_t = 2
    /// The seconds after which the process ends even if it got no processor time.
    private static let maxWait: UInt32 = 10
    /// The most memory in bytes, with the program.
    private static let maxBytes = 400 << 20
    /// The processor time in microseconds after which the memory is looked at again.
    private static let memoryInterval = 2000
    /// The longer side of the bitmap in pixels: a tabloid page at twice a screen's resolution.
    private static let bitmapSide = 2400.0
    /// The longer side of the PDF page in points.
    private static let pageSide = 1200.0

    /// The program that tries drawings. It is a property of the process, and has no effect on pages.
    private static let program = Mutex<String?>(nil)
    /// The drawings that have been tried, with the results.
    private static let results = Mutex<[FileVersion: Bool]>([:])

    /// Declares that this program calls `run` when it is started with `arguments` and a path.
    ///
    /// - Parameter path: the program's path.
    public static func enable(program path: String) { program.withLock { $0 = path } }

    /// Tries a drawing unless that is not necessary.
    ///
    /// - Throws: `PhotoFile.Unusable` when the drawing exceeds the limits or ends the process.
    static func check(_ path: String, _ svg: [UInt8]) throws(PhotoFile.Unusable) {
        guard let program = program.withLock({ $0 }), !PlainDrawing.isPlain(svg) else { return }
        let version = FileVersion(path)
        let isSound: Bool
        if let version, let known = results.withLock({ $0[version] }) {
            isSound = known
        } else {
            isSound = try ends(program, path)
            if let version { results.withLock { $0[version] = isSound } }
        }
        guard isSound else {
            throw PhotoFile.Unusable("takes too much time or memory to draw, or cannot be drawn at all")
        }
    }

    /// Whether a trial ends with success.
    private static func ends(_ program: String, _ path: String) throws(PhotoFile.Unusable) -> Bool {
        do {
            return try ChildProcess.run(
                program, arguments + [path],
                [STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO].map { ($0, .null) }) == .exit(EXIT_SUCCESS)
        } catch {
            throw PhotoFile.Unusable("cannot be tried: \(error)")
        }
    }

    /// Reads and draws a drawing within the limits, in a process that was started for it.
    ///
    /// A drawing that cannot be used ends well: the error is reported by the process that uses the drawing.
    public static func run(_ path: String) {
        for (resource, limit) in [(RLIMIT_CPU, maxSeconds), (RLIMIT_CORE, 0)] {
            var limits = rlimit(rlim_cur: limit, rlim_max: limit)
            setrlimit(__rlimit_resource_t(resource.rawValue), &limits)
        }
        // A limit of the system's on memory would not do: librsvg leaves out pictures for which there is not enough.
        signal(SIGPROF) { _ in
            var usage = rusage()
            getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
            if usage.ru_maxrss > DrawingTrial.maxBytes >> 10 { _exit(EXIT_FAILURE) }
        }
        var timer = itimerval()
        timer.it_interval.tv_usec = memoryInterval
        timer.it_value.tv_usec = memoryInterval
        setitimer(__itimer_which_t(ITIMER_PROF.rawValue), &timer, nil)
        alarm(maxWait)
        // This process is the trial, and starts no other.
        program.withLock { $0 = nil }
        guard let drawing = try? Drawing(reading: path) else { return }
        func size(_ side: Double) -> (width: Double, height: Double) {
            let ratio = drawing.heightToWidth
            return ratio > 1 ? (max(1, side / ratio), side) : (side, max(1, side * ratio))
        }
        let page = size(pageSide), bitmap = size(bitmapSide)
        try? drawing.testPaint(width: page.width, height: page.height)
        try? drawing.testPaint(onBitmapOfWidth: Int(bitmap.width), height: Int(bitmap.height))
    }
}

/// Tells drawings whose time and memory grow with the size of the file alone: shapes and groups.
enum PlainDrawing {
    private static let elements: Set<String> = [
        "svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title", "desc", "metadata",
        "defs",
    ]
    /// Words that can make a shape expensive: dashes shorter than a pixel, groups that are drawn apart, and gradients.
    private static let costlyWords = [
        "dash", "opacity", "mix-blend", "isolation", "filter", "mask", "clip", "marker", "url(",
    ]
    /// The size of the largest plain drawing in bytes.
    private static let maxBytes = 1 << 20
    /// The most elements of a plain drawing. Each can cover the page.
    private static let maxElements = 1000

    static func isPlain(_ svg: [UInt8]) -> Bool {
        guard svg.count <= maxBytes, !svg.contains(0), !hasCostlyWord(svg) else { return false }
        var elements = 0
        var rest = svg[...]
        // Text before the first element is the sign of another encoding or of a packed file.
        let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if rest.starts(with: byteOrderMark) { rest = rest.dropFirst(byteOrderMark.count) }
        guard rest.first(where: { $0 > 0x20 }) == UInt8(ascii: "<") else { return false }
        while let start = rest.firstIndex(of: UInt8(ascii: "<")) {
            rest = rest[(start + 1)...]
            if rest.starts(with: "!--".utf8) {
                guard let end = rest.firstRange(of: Array("-->".utf8)) else { return false }
                rest = rest[end.upperBound...]
                continue
            }
            guard let end = rest.firstIndex(of: UInt8(ascii: ">")) else { return false }
            let tag = rest[..<end]
            rest = rest[end...]
            if tag.first == UInt8(ascii: "/") { continue }
            elements += 1
            guard elements <= maxElements, isPlain(tag: tag) else { return false }
        }
        return true
    }

    private static func hasCostlyWord(_ svg: [UInt8]) -> Bool {
        let text = svg.map(CChar.init(bitPattern:)) + [0]
        return costlyWords.contains { strstr(text, $0) != nil }
    }

    /// - Parameter tag: what is between the brackets.
    private static func isPlain(tag: ArraySlice<UInt8>) -> Bool {
        if tag.starts(with: "?xml ".utf8) {
            let text = String(decoding: tag, as: UTF8.self).lowercased()
            return !text.contains("encoding") || text.contains("utf-8")
        }
        let name = String(decoding: tag.prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }, as: UTF8.self)
        return elements.contains(name)
    }
}
