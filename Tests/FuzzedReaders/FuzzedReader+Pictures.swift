internal import Diagnostics
internal import Foundation
internal import Pages
internal import Printing
internal import TestSupport

extension FuzzedReader {
    static func jpeg() throws -> FuzzedReader {
        var seeds = [
            TinyJPEG.corners(), .corners(orientation: 6), .corners(isProgressive: true),
            TinyJPEG(colour: { _, _ in [128] }, dpi: 240),
            TinyJPEG(colour: { _, _ in [9, 9, 9, 9] }, hasAdobeMarker: true),
            TinyJPEG(colour: { x, y in [UInt8(x), UInt8(y), 7, 0] }),
        ].map(\.bytes)
        // A profile in two segments, as cameras split them.
        let parts = stride(from: 0, to: greyProfile.count, by: 200).map {
            Array(greyProfile[$0..<min($0 + 200, greyProfile.count)])
        }
        for (number, part) in parts.enumerated().reversed() {
            let body = Array("ICC_PROFILE\0".utf8) + [UInt8(number + 1), UInt8(parts.count)] + part
            seeds[3].insert(
                contentsOf: [0xFF, 0xE2, UInt8((body.count + 2) >> 8), UInt8((body.count + 2) & 255)] + body, at: 2)
        }
        return picture(
            "jpeg", seeds: seeds, words: ["Exif\0\0MM\0*", "Exif\0\0II*\0", "JFIF\0", "Adobe", "ICC_PROFILE\0"],
            file: "photo.jpg")
    }

    static func png() throws -> FuzzedReader {
        let seeds = [
            TinyPNG(width: 3, height: 2) { _ in [255, 0, 0, 0, 255, 0, 0, 0, 255] },
            TinyPNG(width: 2, height: 1, depth: 16, colourType: 6) { _ in Array(repeating: 200, count: 16) },
            TinyPNG(width: 2, height: 1, colourType: 3, palette: [255, 0, 0, 0, 0, 255]) { _ in [0, 1] },
            TinyPNG(width: 16, height: 3, depth: 1, colourType: 0) { _ in [0, 255] },
            TinyPNG(width: 2, height: 2, colourType: 4) { _ in [0, 255, 128, 9] },
        ].map(\.bytes)
        let words = ["IHDR", "IDAT", "IEND", "PLTE", "tRNS", "eXIf", "pHYs", "iCCP", "gAMA", "acTL"]
        // Wrong check sums would end every reading at once.
        return picture("png", seeds: seeds, words: words, file: "photo.png", mend: TinyPNG.mended)
    }

    /// Nameplates as drawing programs save them, and what else they may have in them: type, gradients, shadows, pictures.
    static func drawing() throws -> FuzzedReader {
        let pixel = TinyPNG(width: 1, height: 1) { _ in [9, 99, 200] }
        let bodies = [
            "width='40' height='20'><path d='M0 0h40v20z'/>",
            "viewBox='0 0 4 2'><g transform='scale(2)'><rect width='1' height='1' fill='url(#a)'/></g><linearGradient id='a'><stop offset='0'/></linearGradient><text x='1'>江</text>",
            "width='60mm' height='18mm' viewBox='0 0 600 180'><style>.a{fill:#c8102e}.b{fill:none;stroke:#000;stroke-width:4;stroke-dasharray:9 3}</style><g id='g1' transform='translate(9 160) scale(1 -1)'><path class='a' d='M3 120c30-9 60-9 88 0s70 20 88-4l-3-70q-40-30-90-8t-80 2zm40-30h60v-20H43z' fill-rule='evenodd'/><use href='#g1' x='9'/><path class='b' d='M0 0A30 30 0 0 1 90 9'/></g>",
            "viewBox='0 0 90 30'><defs><clipPath id='c'><circle cx='15' cy='15' r='12'/></clipPath><mask id='m'><rect width='90' height='30' fill='#fff8'/></mask><pattern id='p' width='4' height='4' patternUnits='userSpaceOnUse'><path d='M0 0l4 4'/></pattern><radialGradient id='r'><stop offset='.1' stop-color='red'/><stop offset='1' stop-opacity='0'/></radialGradient></defs><g clip-path='url(#c)' opacity='.5'><rect width='90' height='30' fill='url(#p)'/></g><g mask='url(#m)'><ellipse cx='60' cy='15' rx='20' ry='9' fill='url(#r)' stroke='url(#p)'/></g>",
            "viewBox='0 0 90 30'><filter id='f'><feGaussianBlur stdDeviation='2'/><feOffset dx='1' dy='1'/><feMerge><feMergeNode/><feMergeNode in='SourceGraphic'/></feMerge></filter><polygon points='9,9 80,9 40,25' filter='url(#f)' style='mix-blend-mode:multiply'/>",
            "viewBox='0 0 90 30'><image width='30' height='20' href='data:image/png;base64,\(Data(pixel.bytes).base64EncodedString())'/><symbol id='s' viewBox='0 0 9 9'><line x2='9' y2='9' stroke='#000' marker-end='url(#k)'/></symbol><marker id='k'><path d='M0 0h3v3z'/></marker><use href='#s' width='20' height='20'/>",
        ]
        let seeds = bodies.map { "<svg xmlns='http://www.w3.org/2000/svg' \($0)</svg>" }
        let words = [
            "<use href='#a'/>", "viewBox='0 0 0 0'", "width='1e9'", "height='-1'", "<image href='/etc/passwd'/>",
            "<image href='a.svg' width='9' height='9'/>", "<style>", "NaN", "100%", "1e-9", "1e300", "<!ENTITY a 'b'>",
            "&a;", "A1 1 0 0 0 9 9", "M", "z", "</g>", "<g>", "<text font-size='1e6'>江</text>",
            "<feTurbulence baseFrequency='.1'/>", "<feFlood/>", "opacity='.5'", "filter='url(#f)'",
            "clip-path='url(#c)'", "mask='url(#m)'", "fill='url(#p)'", "transform='rotate(9) scale(0)'",
        ]
        return picture(
            "drawing", isText: true, seeds: seeds.map { Array($0.utf8) }, words: words, file: "a.svg",
            look: { path in
                guard let drawing = try? Drawing(reading: path) else { return [] }
                return drawing.heightToWidth.isNormal && drawing.heightToWidth > 0
                    ? [] : ["a ratio of \(drawing.heightToWidth)"]
            })
    }

    /// ICC profiles, as a press's own: a page is made by one or it is refused.
    static func profile() throws -> FuzzedReader {
        var seeds = [greyProfile]
        for name in ["default_cmyk", "srgb"] {
            if let data = FileManager.default.contents(atPath: "/usr/share/color/icc/ghostscript/\(name).icc") {
                seeds.append(Array(data.prefix(1 << 16)))
            }
        }
        let words = ["acsp", "CMYK", "RGB ", "GRAY", "prtr", "A2B0", "B2A0", "desc", "wtpt", "mft2", "curv", "para"]
        return FuzzedReader(name: "profile", isText: false, seeds: seeds, words: words) { input, folder in
            let profile = folder + "/press.icc", photo = folder + "/rgb.jpg"
            try writeFile(input, to: profile)
            if !FileManager.default.fileExists(atPath: photo) {
                try writeFile(TinyJPEG.corners().bytes, to: photo)
            }
            let form = OutputProfile.press(PressOptions(photos: .cmyk, profile: profile))
            guard let pdf = try accepted({ try PDFPrinter(form).print(document(showing: photo)) }) else { return [] }
            return pdf.value.starts(with: "%PDF-".utf8) ? [] : ["no PDF comes of it"]
        }
    }

    /// A picture on a page: the page is made, in one of the forms in which pages are made, and what cannot be shown is said.
    private static func picture(
        _ name: String, isText: Bool = false, seeds: [[UInt8]], words: [String], file: String,
        mend: @escaping @Sendable ([UInt8]) -> [UInt8] = { $0 },
        look: @escaping @Sendable (_ path: String) -> [String] = { _ in [] }
    ) -> FuzzedReader {
        FuzzedReader(name: name, isText: isText, seeds: seeds, words: words) { input, folder in
            let path = folder + "/" + file
            let bytes = mend(input)
            try writeFile(bytes, to: path)
            let document = document(showing: path)
            let printed: Reported<[UInt8]>
            // Finishing a PDF takes ten times as long as a preview.
            switch bytes.count % 16 {
            case 0: printed = try PDFPrinter().print(document)
            case 1: printed = try PDFPrinter(.press(PressOptions(photos: .cmyk))).print(document)
            case 2: printed = try PDFPrinter(.screen).print(document)
            default: printed = try PNGPrinter(dpi: 36).print(document.pages[0])
            }
            let isMade =
                printed.value.starts(with: "%PDF-".utf8) || printed.value.starts(with: [0x89, 0x50, 0x4E, 0x47])
            let missingGlyph = printed.diagnostics.filter { $0.place?.file != path }
            return look(path) + (isMade ? [] : ["no page comes of it"])
                + missingGlyph.map { "not said of the picture: \($0.message)" }
        }
    }

    private static func document(showing file: String) -> Document {
        let frame = Rect(x: .pt(10), y: .pt(10), width: .pt(80), height: .pt(60))
        let page = Page(
            number: 1, trim: Size(width: .pt(100), height: .pt(80)),
            items: [.image(PlacedImage(file: file, frame: frame))])
        return Document(title: "江津新闻", author: "江津日报社", language: "zh-Hans", date: "2023-06-21", pages: [page])
    }

    /// The smallest ICC profile: grey of a gamma.
    private static let greyProfile: [UInt8] = {
        func number(_ value: Int) -> [UInt8] { [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) } }
        let white = Array("XYZ ".utf8) + number(0) + number(0xF6D6) + number(0x10000) + number(0xD32D)
        let curve = Array("curv".utf8) + number(0) + number(1) + [2, 0x33, 0, 0]
        let tags =
            number(2) + Array("wtpt".utf8) + number(156) + number(20) + Array("kTRC".utf8) + number(176) + number(16)
        var head = number(0) + number(0) + number(0x0210_0000) + Array("mntrGRAYXYZ ".utf8)
        head += [UInt8](repeating: 0, count: 12) + Array("acsp".utf8)
        head += [UInt8](repeating: 0, count: 28) + number(0xF6D6) + number(0x10000) + number(0xD32D)
        head += [UInt8](repeating: 0, count: 128 - head.count)
        var profile = head + tags + white + curve
        profile.replaceSubrange(0..<4, with: number(profile.count))
        return profile
    }()
}
