/// Writes the parts of a model file: little-endian numbers, and whole numbers of seven bits a byte.
struct ByteWriter {
    private(set) var bytes: [UInt8] = []

    mutating func put(_ byte: UInt8) { bytes.append(byte) }

    mutating func put(_ value: UInt32) {
        for shift in stride(from: 0, to: 32, by: 8) { put(UInt8(value >> shift & 0xFF)) }
    }

    mutating func put(_ value: UInt64) {
        for shift in stride(from: 0, to: 64, by: 8) { put(UInt8(value >> shift & 0xFF)) }
    }

    mutating func put(_ value: Float) { put(value.bitPattern) }

    mutating func put(_ text: [UInt8]) {
        put(UInt32(text.count))
        bytes += text
    }

    /// Small numbers in few bytes (LEB128).
    mutating func putSmall(_ value: UInt64) {
        var rest = value
        while rest >= 0x80 {
            put(UInt8(rest & 0x7F | 0x80))
            rest >>= 7
        }
        put(UInt8(rest))
    }
}

/// Reads what `ByteWriter` wrote; past the end it throws.
struct ByteReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    private var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    @inline(__always) mutating func byte() throws(ModelError) -> UInt8 {
        guard position < bytes.count else { throw ModelError(code: .format, detail: "ends early") }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func word() throws(ModelError) -> UInt32 {
        var value: UInt32 = 0
        for shift in stride(from: 0, to: 32, by: 8) { value |= UInt32(try byte()) << UInt32(shift) }
        return value
    }

    mutating func long() throws(ModelError) -> UInt64 {
        let low = try word()
        return UInt64(low) | UInt64(try word()) << 32
    }

    mutating func float() throws(ModelError) -> Float { Float(bitPattern: try word()) }

    mutating func text() throws(ModelError) -> [UInt8] {
        let count = Int(try word())
        guard count <= bytes.count - position else { throw ModelError(code: .format, detail: "ends early") }
        defer { position += count }
        return Array(bytes[position..<position + count])
    }

    @inline(__always) mutating func small() throws(ModelError) -> UInt64 {
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let byte = try byte()
            value |= UInt64(byte & 0x7F) << shift
            if byte < 0x80 { return value }
            shift += 7
            guard shift < 63 else { throw ModelError(code: .format, detail: "number too long") }
        }
    }

    var rest: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(rebasing: bytes[position...]) }
}
