import CZlib

/// Unpacks gzip (RFC 1952), of one member or of several one after the other.
final class GzipDecompressor: Decompressor {
    /// At a fixed address: zlib keeps a pointer back to it.
    private let stream: UnsafeMutablePointer<z_stream>
    private(set) var isComplete = false

    init() throws(Failure) {
        stream = .allocate(capacity: 1)
        stream.initialize(to: z_stream())
        // 16 more than the largest window: a gzip header and nothing else.
        let code = inflateInit2_(stream, MAX_WBITS + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
        guard code == Z_OK else { throw Self.fault("gzip", "zlib does not start (\(code))") }
    }

    deinit {
        inflateEnd(stream)
        stream.deallocate()
    }

    func unpack(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(Failure) -> (used: Int, made: Int) {
        if isComplete, let used = try nextMember(input) { return (used, 0) }
        stream.pointee.next_in = UnsafeMutablePointer(
            mutating: input.baseAddress?.assumingMemoryBound(to: UInt8.self))
        stream.pointee.avail_in = UInt32(input.count)
        stream.pointee.next_out = output.baseAddress?.assumingMemoryBound(to: UInt8.self)
        stream.pointee.avail_out = UInt32(output.count)
        let code = inflate(stream, Z_NO_FLUSH)
        // Z_BUF_ERROR: nothing could be done without more input.
        guard code == Z_OK || code == Z_STREAM_END || code == Z_BUF_ERROR else {
            throw Self.fault("gzip", stream.pointee.msg.map { String(cString: $0) } ?? "zlib says \(code)")
        }
        isComplete = code == Z_STREAM_END
        return (input.count - Int(stream.pointee.avail_in), output.count - Int(stream.pointee.avail_out))
    }

    /// Passes over the zeros that may fill a tape's last block; nil where a member begins.
    private func nextMember(_ input: UnsafeRawBufferPointer) throws(Failure) -> Int? {
        let zeros = input.prefix { $0 == 0 }.count
        if zeros > 0 || input.isEmpty { return zeros }
        guard input[0] == 0x1F else { throw Self.fault("gzip", "other bytes follow its end") }
        inflateReset(stream)
        isComplete = false
        return nil
    }
}
