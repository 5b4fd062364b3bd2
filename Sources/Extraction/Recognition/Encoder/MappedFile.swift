import Foundation

/// A file as memory: read where it is touched, shared between processes, never written.
///
/// Safe because nothing writes to the mapping: it is read-only, and unmapped when the last reference goes.
final class MappedFile: @unchecked Sendable {
    let bytes: UnsafeRawBufferPointer

    init(path: String) throws(ModelError) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw ModelError(code: .missing, detail: path) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size > 0 else {
            throw ModelError(code: .format, detail: "\(path) is empty")
        }
        let size = Int(status.st_size)
        let address = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0)
        guard let address, address != MAP_FAILED else {
            throw ModelError(code: .missing, detail: "\(path) cannot be mapped")
        }
        bytes = UnsafeRawBufferPointer(start: address, count: size)
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count) }
}
