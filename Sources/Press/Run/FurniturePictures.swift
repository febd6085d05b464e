internal import Diagnostics
internal import Files
internal import Layouts
internal import Printing

/// Reads the shapes of the pictures in a layout's furniture, so that a nameplate keeps its proportions.
struct FurniturePictures {
    /// The folders that links may lead to from a picture; nil for pictures that were checked before.
    let roots: FolderRoots?

    /// The layout with the shape of every picture, and an error for each picture that cannot be used. A picture that is a
    /// link to a file outside is taken out of the layout, because proofs are printed in spite of errors.
    ///
    /// - Parameter known: the number of blocks of furniture, from the first, that have already been read.
    func measured(_ layout: Layout, after known: Int = 0) -> Reported<Layout> {
        var layout = layout
        var diagnostics: [Diagnostic] = []
        for block in layout.furniture.indices.dropFirst(known) {
            layout.furniture[block].parts.removeAll { part in
                guard case .image(let image) = part, let roots, !roots.contain(image.file) else { return false }
                diagnostics.append(Self.linkedOut(image))
                return true
            }
            for part in layout.furniture[block].parts.indices {
                guard case .image(var image) = layout.furniture[block].parts[part] else { continue }
                do {
                    image.shape = try shape(of: image, &diagnostics)
                    layout.furniture[block].parts[part] = .image(image)
                } catch {
                    diagnostics.append(
                        .error(
                            at: image.place, "the picture “\(image.file)” \(error)",
                            hints:
                                "put a JPEG, PNG or SVG file of that name there; it is looked for beside the layout file"
                        ))
                }
            }
        }
        return Reported(layout, diagnostics)
    }

    private static func linkedOut(_ image: FurnitureImage) -> Diagnostic {
        .error(
            at: image.place,
            "the picture “\(image.file)” is a link that leads out of the edition and of the folders named for layouts",
            hints: "put the picture itself beside the layout file")
    }

    private func shape(
        of image: FurnitureImage, _ diagnostics: inout [Diagnostic]
    ) throws(PhotoFile.Unusable) -> Double {
        guard Drawing.isDrawing(image.file) else {
            let file = try PhotoFile(reading: image.file)
            return Double(file.uprightHeight) / Double(file.uprightWidth)
        }
        let drawing = try Drawing(reading: image.file)
        if drawing.hasText {
            diagnostics.append(
                .warning(
                    at: image.place,
                    "the drawing “\(image.file)” contains type, which looks different on every machine",
                    hints: "turn its letters into outlines in the program that made it"))
        }
        return drawing.heightToWidth
    }
}
