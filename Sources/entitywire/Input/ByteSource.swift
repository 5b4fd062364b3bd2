import Glibc

/// The bytes of a file, a pipe or standard input; where asked for, unpacked when they begin as gzip or Zstandard does.
///
/// Gives out what is there as soon as it is there, and holds no more than two pieces of 256 KiB.
struct ByteSource: ~Copyable {
    private static let size = 256 * 1024

    private let descriptor: Int32
    private var unpacks: Bool
    private var decompressor: (any Decompressor)?
    private var packed: [UInt8] = []
    private var isAtEnd = false

    /// - Parameters:
    ///   - descriptor: is closed at the end, but for standard input.
    ///   - unpacks: whether to look for compression.
    init(descriptor: Int32, unpacks: Bool = false) {
        self.descriptor = descriptor
        self.unpacks = unpacks
    }

    deinit { if descriptor != STDIN_FILENO { close(descriptor) } }

    /// The next bytes; empty at the end.
    mutating func next() throws(Failure) -> [UInt8] {
        if unpacks { try recognise() }
        guard let decompressor else {
            defer { packed = [] }
            return packed.isEmpty ? try read() : packed
        }
        while true {
            let made = try unpack(decompressor)
            if !made.isEmpty { return made }
            if packed.isEmpty {
                packed = try read()
                guard !packed.isEmpty || decompressor.isComplete else {
                    throw Failure(.refused, "The compressed input ends in the middle: it was cut off.")
                }
                if packed.isEmpty { return [] }
            }
        }
    }

    private mutating func unpack(_ decompressor: any Decompressor) throws(Failure) -> [UInt8] {
        var result: Result<(used: Int, made: Int), Failure> = .success((0, 0))
        let made = [UInt8](unsafeUninitializedCapacity: Self.size) { output, count in
            result = packed.withUnsafeBytes { input in
                Result { () throws(Failure) in
                    try decompressor.unpack(input, into: UnsafeMutableRawBufferPointer(output))
                }
            }
            count = (try? result.get().made) ?? 0
        }
        packed.removeFirst(try result.get().used)
        return made
    }

    /// Reads the first bytes and decides: one is enough for what is not compressed.
    private mutating func recognise() throws(Failure) {
        unpacks = false
        while packed.count < 4, !isAtEnd, packed.isEmpty || Self.signatures.contains(where: { $0.begins(with: packed) })
        {
            packed += try read()
        }
        guard let signature = Self.signatures.first(where: { packed.starts(with: $0.bytes) }) else { return }
        decompressor = signature.isGzip ? try GzipDecompressor() : try ZstdDecompressor()
    }

    private mutating func read() throws(Failure) -> [UInt8] {
        var count = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: Self.size) { buffer, filled in
            repeat {
                count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
            } while count < 0 && errno == EINTR
            filled = max(0, count)
        }
        guard count >= 0 else { throw Failure(.usage, "Reading failed: \(String(cString: strerror(errno))).") }
        isAtEnd = count == 0
        return bytes
    }

    private struct Signature {
        var bytes: [UInt8]
        var isGzip = false

        func begins(with start: [UInt8]) -> Bool { bytes.starts(with: start) }
    }

    /// gzip with the one method it has; a frame of Zstandard; a skippable frame, with which some programs begin.
    private static let signatures =
        [Signature(bytes: [0x1F, 0x8B, 0x08], isGzip: true), Signature(bytes: [0x28, 0xB5, 0x2F, 0xFD])]
        + (UInt8(0x50)...0x5F).map { Signature(bytes: [$0, 0x2A, 0x4D, 0x18]) }
}
