import CZstd

/// Unpacks Zstandard (RFC 8878), of one frame or of several one after the other.
///
/// Frames that need a window above 128 MiB are refused: memory stays bounded.
final class ZstdDecompressor: Decompressor {
    private let stream: OpaquePointer
    private(set) var isComplete = false

    init() throws(Failure) {
        guard let stream = ZSTD_createDStream() else { throw Self.fault("zstd", "there is no memory") }
        self.stream = stream
    }

    deinit { ZSTD_freeDStream(stream) }

    func unpack(
        _ input: UnsafeRawBufferPointer, into output: UnsafeMutableRawBufferPointer
    ) throws(Failure) -> (used: Int, made: Int) {
        // Asked without need, the library takes it for the beginning of the next frame.
        if isComplete, input.isEmpty { return (0, 0) }
        var source = ZSTD_inBuffer(src: input.baseAddress, size: input.count, pos: 0)
        var target = ZSTD_outBuffer(dst: output.baseAddress, size: output.count, pos: 0)
        let code = ZSTD_decompressStream(stream, &target, &source)
        guard ZSTD_isError(code) == 0 else { throw Self.fault("zstd", String(cString: ZSTD_getErrorName(code))) }
        isComplete = code == 0
        return (source.pos, target.pos)
    }
}
