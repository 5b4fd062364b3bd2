import EncoderKernels
import Foundation

/// The file of an encoder: a header that says where each array lies, and the arrays, mapped into memory.
///
/// `entitywire-lab`'s `Encoder/export.py` writes it and describes it.
struct EncoderFile: Sendable {
    static let magic = Array("EWENCOD\n".utf8)
    static let version: UInt32 = 1
    private static let start = 64

    /// What the header says.
    struct Header: Decodable, Sendable {
        let name: String
        let hidden: Int
        let heads: Int
        let inner: Int
        let layers: Int
        let labels: Int
        /// What scores are multiplied by before they become probabilities; the best names do not depend on it.
        let sharpness: Float
        /// BCP 47 tags of the languages that are read.
        let languages: [String]
        /// For each language, and for `*`, the row of its guide.
        let guides: [String: Int]
        /// For each language, and for `*`, the curve of its confidence.
        let calibration: [String: [Float]]
        /// The place in the file and the bytes of each array.
        let arrays: [String: [Int]]
    }

    let header: Header
    let checksum: UInt64
    private let file: MappedFile

    /// Whether a file begins as an encoder's does.
    static func isEncoder(_ path: String) -> Bool {
        guard let handle = FileHandle(forReadingAtPath: path) else { return false }
        defer { try? handle.close() }
        return (try? handle.read(upToCount: magic.count)).map { Array($0) == magic } ?? false
    }

    init(path: String) throws(ModelError) {
        file = try MappedFile(path: path)
        let bytes = file.bytes
        guard bytes.count > Self.start, bytes.prefix(Self.magic.count).elementsEqual(Self.magic) else {
            throw ModelError(code: .format, detail: "not an encoder's file")
        }
        let version = UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 8, as: UInt32.self))
        guard version == Self.version else { throw ModelError(code: .format, detail: "version \(version)") }
        let size = Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: 12, as: UInt32.self)))
        checksum = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: 16, as: UInt64.self))
        guard size <= bytes.count - Self.start else { throw ModelError(code: .format, detail: "ends early") }
        let rest = UnsafeRawBufferPointer(rebasing: bytes[Self.start...])
        guard ew_checksum(rest.baseAddress, Int64(rest.count)) == checksum else {
            throw ModelError(code: .checksum, detail: "damaged")
        }
        do {
            header = try JSONDecoder().decode(Header.self, from: Data(rest.prefix(size)))
        } catch {
            throw ModelError(code: .format, detail: "header: \(error)")
        }
        guard header.hidden == header.heads * 32, header.inner % 64 == 0, header.labels == 48, header.layers > 0 else {
            throw ModelError(code: .format, detail: "sizes that the kernels do not have")
        }
    }

    /// An array of the file, so many values of a type.
    ///
    /// The memory lives as long as the file; only `EncoderModel`, which holds both, keeps such pointers.
    func array<Value: BitwiseCopyable>(
        _ name: String, of type: Value.Type = Value.self, count: Int? = nil
    ) throws(ModelError) -> UnsafeBufferPointer<Value> {
        guard let place = header.arrays[name], place.count == 2, place[0] >= 0, place[1] >= 0,
            place[0] % MemoryLayout<Value>.alignment == 0, place[1] % MemoryLayout<Value>.stride == 0,
            place[0] <= file.bytes.count, place[1] <= file.bytes.count - place[0]
        else { throw ModelError(code: .format, detail: "no array \(name)") }
        let values = UnsafeRawBufferPointer(rebasing: file.bytes[place[0]..<place[0] + place[1]])
            .bindMemory(to: type)
        guard count == nil || values.count == count else {
            throw ModelError(code: .format, detail: "array \(name) has \(values.count) values")
        }
        return values
    }
}
