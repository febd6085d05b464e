internal import Glibc

/// What tells one state of a file from another without reading it.
struct FileStamp: Hashable, Sendable {
    var path: String
    private var size: Int
    private var seconds: Int
    private var nanoseconds: Int
    private var number: UInt64

    /// A file that is not there has a stamp, too.
    init(of path: String) {
        var status = stat()
        let isThere = stat(path, &status) == 0
        self.path = path
        size = isThere ? Int(status.st_size) : -1
        seconds = isThere ? status.st_mtim.tv_sec : 0
        nanoseconds = isThere ? status.st_mtim.tv_nsec : 0
        number = isThere ? UInt64(status.st_ino) : 0
    }
}
