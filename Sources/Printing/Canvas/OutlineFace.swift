internal import CFreeType

/// A face opened by FreeType, which draws its outlines for Cairo.
///
/// Each has a FreeType library of its own, since one library may not serve two threads, and Cairo's cache may let the
/// face go late and on whichever thread happens to need the room. Opening a library takes some microseconds.
final class OutlineFace {
    let pointer: FT_Face
    private let library: FT_Library
    private let memory: UnsafeMutableBufferPointer<UInt8>?

    /// The face in a font file.
    init(file: String, index: Int) throws {
        library = try Self.openLibrary()
        memory = nil
        var face: FT_Face?
        pointer = try Self.check(FT_New_Face(library, file, FT_Long(index), &face), face, library)
    }

    /// The only face in a font that stands in memory.
    init(bytes: [UInt8]) throws {
        library = try Self.openLibrary()
        let memory = UnsafeMutableBufferPointer<UInt8>.allocate(capacity: bytes.count)
        _ = memory.initialize(from: bytes)
        var face: FT_Face?
        do {
            pointer = try Self.check(
                FT_New_Memory_Face(library, memory.baseAddress, FT_Long(memory.count), 0, &face), face, library)
        } catch {
            memory.deallocate()
            throw error
        }
        self.memory = memory
    }

    deinit {
        FT_Done_Face(pointer)
        FT_Done_FreeType(library)
        memory?.deallocate()
    }

    private static func openLibrary() throws -> FT_Library {
        var library: FT_Library?
        let code = FT_Init_FreeType(&library)
        guard code == 0, let library else { throw Failure(code: code) }
        return library
    }

    private static func check(_ code: FT_Error, _ face: FT_Face?, _ library: FT_Library) throws -> FT_Face {
        guard code == 0, let face else {
            FT_Done_FreeType(library)
            throw Failure(code: code)
        }
        return face
    }

    /// A number from FreeType's list of errors.
    struct Failure: Error, CustomStringConvertible {
        let code: FT_Error
        var description: String { "FreeType cannot open the file (error \(code))" }
    }
}
