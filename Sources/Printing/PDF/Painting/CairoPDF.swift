internal import CQPDF
internal import Glibc

/// What the assembly of the final PDF needs from one that Cairo wrote: page contents, resources and placeholders.
struct CairoPDF {
    struct Page {
        var content: [UInt8]
        /// The serialised resource dictionary.
        var resources: String
        let resourcesObject: PDFFile.Reference
        /// Whether a drawing on the page uses colours outside the page's content: in gradients, patterns, pictures or
        /// transparency groups.
        let hasUnconvertedColours: Bool
    }

    /// A first page that shows every glyph, so that files which share their fonts number the glyphs alike.
    struct Specimen {
        var content: [UInt8]
        /// The fonts by their resource names.
        var fonts: [String: PDFFile.Reference]

        /// Whether both files number their glyphs alike, so that one can use the other's fonts.
        func matches(_ other: Specimen) -> Bool {
            content == other.content && Set(fonts.keys) == Set(other.fonts.keys)
        }
    }

    private(set) var pages: [Page] = []
    private(set) var specimen: Specimen?
    /// The image objects of placeholders, by the photos' numbers.
    private(set) var placeholders: [Int: PDFFile.Reference] = [:]
    /// TrueType CIDFont dictionaries without a CIDToGIDMap, serialised without their brackets.
    private(set) var trueTypeFonts: [PDFFile.Reference: String] = [:]
    /// The object numbers of fonts that have been read.
    private var readFonts: Set<Int32> = []
    /// The number of objects, including object 0.
    let count: Int

    /// A named resource that is added to every page.
    struct Resource {
        /// The resource category, such as /ExtGState.
        let category: String
        let name: String
        let value: String
    }

    /// - Parameters:
    ///   - resources: resources to add to every page.
    ///   - hasSpecimen: whether the first page is a specimen.
    init(_ bytes: [UInt8], adding resources: [Resource], hasSpecimen: Bool) throws {
        self = try QPDFHandle.reading(bytes, isLenient: true) {
            try CairoPDF($0, adding: resources, hasSpecimen: hasSpecimen)
        }
    }

    private init(_ qpdf: QPDFHandle, adding added: [Resource], hasSpecimen: Bool) throws {
        let handle = qpdf.pointer
        count = Int(qpdf_oh_get_int_value(handle, qpdf_oh_get_key(handle, qpdf_get_trailer(handle), "/Size")))
        for number in 0..<Int(qpdf_get_num_pages(handle)) {
            let page = qpdf_get_page_n(handle, number)
            var start: UnsafeMutablePointer<UInt8>?
            var length = 0
            try qpdf.check(qpdf_oh_get_page_content_data(handle, page, &start, &length))
            defer { free(start) }
            let content = Array(UnsafeBufferPointer(start: start, count: length))
            let resources = qpdf_oh_get_key(handle, page, "/Resources")
            let fonts = Self.entries(of: qpdf_oh_get_key(handle, resources, "/Font"), handle)
            if hasSpecimen, number == 0 {
                specimen = Specimen(content: content, fonts: fonts.mapValues { Self.reference($0, handle) })
                continue
            }
            let hasPatterns = ["/Shading", "/Pattern"].contains { (category: String) in
                qpdf_oh_has_key(handle, resources, category) != 0
            }
            let hasPictures = readPlaceholders(in: qpdf_oh_get_key(handle, resources, "/XObject"), handle)
            readFonts(fonts.values, handle)
            for resource in added {
                if qpdf_oh_has_key(handle, resources, resource.category) == 0 {
                    qpdf_oh_replace_key(handle, resources, resource.category, qpdf_oh_new_dictionary(handle))
                }
                let category = qpdf_oh_get_key(handle, resources, resource.category)
                qpdf_oh_replace_key(handle, category, resource.name, qpdf_oh_parse(handle, resource.value))
            }
            pages.append(
                Page(
                    content: content, resources: String(cString: qpdf_oh_unparse_resolved(handle, resources)),
                    resourcesObject: Self.reference(resources, handle),
                    hasUnconvertedColours: hasPatterns || hasPictures))
        }
    }

    /// Records the placeholders among a page's XObjects.
    ///
    /// - Returns: whether there are other XObjects, which come from drawings.
    private mutating func readPlaceholders(in objects: qpdf_oh, _ handle: qpdf_data?) -> Bool {
        var hasOthers = false
        for object in Self.entries(of: objects, handle).values {
            if let number = Self.placeholderNumber(of: object, handle) {
                placeholders[number] = Self.reference(object, handle)
            } else {
                hasOthers = true
            }
        }
        return hasOthers
    }

    /// The number of the photo that an XObject is the placeholder of; nil for other XObjects.
    private static func placeholderNumber(of object: qpdf_oh, _ handle: qpdf_data?) -> Int? {
        let entries = qpdf_oh_get_dict(handle, object)
        guard qpdf_oh_has_key(handle, entries, "/Width") != 0,
            qpdf_oh_get_int_value(handle, qpdf_oh_get_key(handle, entries, "/Height")) == 1
        else { return nil }
        let width = Int(qpdf_oh_get_int_value(handle, qpdf_oh_get_key(handle, entries, "/Width")))
        // A drawing can also contain pictures of one row, so the pixels decide.
        var isFiltered: Int32 = 0, start: UnsafeMutablePointer<UInt8>?, count = 0
        qpdf_oh_get_stream_data(handle, object, qpdf_dl_all, &isFiltered, &start, &count)
        defer { free(start) }
        let pixels = UnsafeBufferPointer(start: start, count: count)
        return pixels.elementsEqual(CairoSurface.placeholderPixels(width - 1)) ? width - 1 : nil
    }

    /// Records the TrueType fonts. Most pages share their fonts, so each is read once.
    private mutating func readFonts(_ fonts: some Sequence<qpdf_oh>, _ handle: qpdf_data?) {
        for font in fonts
        where readFonts.insert(qpdf_oh_get_object_id(handle, font)).inserted
            && qpdf_oh_has_key(handle, font, "/DescendantFonts") != 0
        {
            let inner = qpdf_oh_get_array_item(handle, qpdf_oh_get_key(handle, font, "/DescendantFonts"), 0)
            let subtype = String(cString: qpdf_oh_get_name(handle, qpdf_oh_get_key(handle, inner, "/Subtype")))
            guard subtype == "/CIDFontType2", qpdf_oh_has_key(handle, inner, "/CIDToGIDMap") == 0 else { continue }
            let text = String(cString: qpdf_oh_unparse_resolved(handle, inner))
            trueTypeFonts[Self.reference(inner, handle)] = String(text.dropFirst(2).dropLast(2))
        }
    }

    private static func reference(_ object: qpdf_oh, _ handle: qpdf_data?) -> PDFFile.Reference {
        PDFFile.Reference(number: Int(qpdf_oh_get_object_id(handle, object)))
    }

    private static func entries(of dictionary: qpdf_oh, _ handle: qpdf_data?) -> [String: qpdf_oh] {
        guard qpdf_oh_is_dictionary(handle, dictionary) != 0 else { return [:] }
        var keys: [String] = []
        qpdf_oh_begin_dict_key_iter(handle, dictionary)
        while qpdf_oh_dict_more_keys(handle) != 0 { keys.append(String(cString: qpdf_oh_dict_next_key(handle))) }
        return Dictionary(uniqueKeysWithValues: keys.map { ($0, qpdf_oh_get_key(handle, dictionary, $0)) })
    }
}
