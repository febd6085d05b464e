import Diagnostics
import MarkedYAML
import Pages

/// Reads `photos`: how pictures look.
///
///     photos: {frame: none, crop: 20%, caption-gap: 3pt, credit: below}
///
/// `crop` is how far a picture's height may differ from its natural height; pictures are cropped, never stretched.
struct PhotoStyleReader {
    let styles: StyleReader

    func photos(_ group: MappingReader?) -> PhotoStyle {
        var photos = PhotoStyle()
        guard let group else { return photos }
        photos.frame = styles.palette.line("frame", in: group, otherwise: photos.frame)
        photos.maxCrop = group.share("crop") ?? photos.maxCrop
        photos.captionGap = group.length("caption-gap", styles.units) ?? photos.captionGap
        photos.credit = group.choice("credit", as: PhotoStyle.CreditPlace.self) ?? photos.credit
        group.finish()
        return photos
    }
}

/// Reads `separators`: the rules between stories.
///
///     separators: {vertical: 0.25pt black 60%, horizontal: none}
struct SeparatorReader {
    let palette: Palette

    func separators(_ group: MappingReader?) -> Separators {
        var separators = Separators()
        guard let group else { return separators }
        separators.vertical = palette.line("vertical", in: group, otherwise: separators.vertical)
        separators.horizontal = palette.line("horizontal", in: group, otherwise: separators.horizontal)
        group.finish()
        return separators
    }
}
