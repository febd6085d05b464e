internal import CQPDF
internal import Glibc

/// A PDF as Cairo made it, read for what is to be finished in it.
struct CairoFile {
    /// A page's content, and what it uses.
    struct Page {
        var content: [UInt8]
        /// The dictionary of fonts, pictures and states, as text.
        var resources: String
        let resourcesObject: PDFFile.Reference
        /// Whether a drawing brings colours along that stand outside the page's content: gradients, or what shines
        /// through.
        let hasOwnColours: Bool
    }

    /// A page before all others that shows every glyph, so that files which share their fonts call them the same.
    struct Specimen {
        var content: [UInt8]
        /// The fonts by the names that pages call them by.
        var fonts: [String: PDFFile.Reference]

        /// Whether pages of the other file call all glyphs as pages of this one do.
        func agrees(with other: Specimen) -> Bool {
            content == other.content && Set(fonts.keys) == Set(other.fonts.keys)
        }
    }

    private(set) var pages: [Page] = []
    private(set) var specimen: Specimen?
    /// Objects that stand for photos, by the photos' numbers.
    private(set) var standIns: [Int: PDFFile.Reference] = [:]
    /// Fonts with TrueType outlines, as text without the brackets at its ends.
    private(set) var trueTypeFonts: [PDFFile.Reference: String] = [:]
    /// The objects of those that were looked at.
    private var seenFonts: Set<Int32> = []
    /// Objects in the file, the one with number 0 included.
    let count: Int

    /// - Parameters:
    ///   - states: graphics states and colour spaces to add to every page's resources, by kind and name.
    ///   - hasSpecimen: whether its first page is one.
    init(_ bytes: [UInt8], adding states: [(kind: String, name: String, value: String)], hasSpecimen: Bool) throws {
        self = try QPDFHandle.reading(bytes, isLenient: true) {
            try CairoFile($0, adding: states, hasSpecimen: hasSpecimen)
        }
    }

    private init(
        _ qpdf: QPDFHandle, adding states: [(kind: String, name: String, value: String)], hasSpecimen: Bool
    ) throws {
        let handle = qpdf.pointer
        count = Int(qpdf_oh_get_int_value(handle, qpdf_oh_get_key(handle, qpdf_get_trailer(handle), "/Size")))
        for number in 0..<Int(qpdf_get_num_pages(handle)) {
            let page = qpdf_get_page_n(handle, number)
            var start: UnsafeMutablePointer<UInt8>?
            var length = 0
            try qpdf.check(qpdf_oh_get_page_content_data(handle, page, &start, &length))
            defer { free(start) }
            let resources = qpdf_oh_get_key(handle, page, "/Resources")
            if hasSpecimen, number == 0 {
                specimen = Specimen(
                    content: Array(UnsafeBufferPointer(start: start, count: length)),
                    fonts: Self.entries(of: qpdf_oh_get_key(handle, resources, "/Font"), handle)
                        .mapValues { PDFFile.Reference(number: Int(qpdf_oh_get_object_id(handle, $0))) })
                continue
            }
            let hasPatterns = ["/Shading", "/Pattern"].contains { (kind: String) in
                qpdf_oh_has_key(handle, resources, kind) != 0
            }
            let hasPictures = read(pictures: qpdf_oh_get_key(handle, resources, "/XObject"), handle)
            read(fonts: qpdf_oh_get_key(handle, resources, "/Font"), handle)
            for state in states {
                if qpdf_oh_has_key(handle, resources, state.kind) == 0 {
                    qpdf_oh_replace_key(handle, resources, state.kind, qpdf_oh_new_dictionary(handle))
                }
                let kind = qpdf_oh_get_key(handle, resources, state.kind)
                qpdf_oh_replace_key(handle, kind, state.name, qpdf_oh_parse(handle, state.value))
            }
            pages.append(
                Page(
                    content: Array(UnsafeBufferPointer(start: start, count: length)),
                    resources: String(cString: qpdf_oh_unparse_resolved(handle, resources)),
                    resourcesObject: PDFFile.Reference(number: Int(qpdf_oh_get_object_id(handle, resources))),
                    hasOwnColours: hasPatterns || hasPictures))
        }
    }

    /// Notes the stand-ins among a page's pictures.
    ///
    /// - Returns: whether there are others, which a drawing brings along and which stand for nothing but themselves.
    private mutating func read(pictures: qpdf_oh, _ handle: qpdf_data?) -> Bool {
        var hasOthers = false
        for picture in Self.entries(of: pictures, handle).values {
            if let number = Self.standIn(picture, handle) {
                standIns[number] = PDFFile.Reference(number: Int(qpdf_oh_get_object_id(handle, picture)))
            } else {
                hasOthers = true
            }
        }
        return hasOthers
    }

    /// The number of the photo that a picture stands for; nil for one that stands for itself.
    private static func standIn(_ picture: qpdf_oh, _ handle: qpdf_data?) -> Int? {
        let entries = qpdf_oh_get_dict(handle, picture)
        guard qpdf_oh_has_key(handle, entries, "/Width") != 0,
            qpdf_oh_get_int_value(handle, qpdf_oh_get_key(handle, entries, "/Height")) == 1
        else { return nil }
        let width = Int(qpdf_oh_get_int_value(handle, qpdf_oh_get_key(handle, entries, "/Width")))
        // A drawing may have pictures in it that are as low.
        var isFiltered: Int32 = 0, start: UnsafeMutablePointer<UInt8>?, count = 0
        qpdf_oh_get_stream_data(handle, picture, qpdf_dl_all, &isFiltered, &start, &count)
        defer { free(start) }
        let pixels = UnsafeBufferPointer(start: start, count: count)
        return pixels.elementsEqual(CairoSurface.standInPixels(width - 1)) ? width - 1 : nil
    }

    private mutating func read(fonts: qpdf_oh, _ handle: qpdf_data?) {
        // Most pages have the same.
        for font in Self.entries(of: fonts, handle).values
        where seenFonts.insert(qpdf_oh_get_object_id(handle, font)).inserted
            && qpdf_oh_has_key(handle, font, "/DescendantFonts") != 0
        {
            let inner = qpdf_oh_get_array_item(handle, qpdf_oh_get_key(handle, font, "/DescendantFonts"), 0)
            let kind = String(cString: qpdf_oh_get_name(handle, qpdf_oh_get_key(handle, inner, "/Subtype")))
            guard kind == "/CIDFontType2", qpdf_oh_has_key(handle, inner, "/CIDToGIDMap") == 0 else { continue }
            let text = String(cString: qpdf_oh_unparse_resolved(handle, inner))
            let reference = PDFFile.Reference(number: Int(qpdf_oh_get_object_id(handle, inner)))
            trueTypeFonts[reference] = String(text.dropFirst(2).dropLast(2))
        }
    }

    private static func entries(of dictionary: qpdf_oh, _ handle: qpdf_data?) -> [String: qpdf_oh] {
        guard qpdf_oh_is_dictionary(handle, dictionary) != 0 else { return [:] }
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(handle, dictionary)
        while qpdf_oh_dict_more_keys(handle) != 0 { keys.append(String(cString: qpdf_oh_dict_next_key(handle))) }
        return Dictionary(uniqueKeysWithValues: keys.map { ($0, qpdf_oh_get_key(handle, dictionary, $0)) })
    }
}
