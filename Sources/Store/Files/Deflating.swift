internal import CZlib

/// Raw DEFLATE (RFC 1951) by zlib with a dictionary that both sides know: what is repeated of it costs a few bits.
enum Deflating {
    /// - Parameter dictionary: its last 32 KiB are used.
    /// - Returns: nil where zlib has no memory.
    static func deflate(_ bytes: [UInt8], dictionary: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        // A small window spares clearing a large table for each short result.
        let window = (9...15).first { 1 << $0 >= bytes.count + dictionary.count + 512 } ?? 15
        guard entitywire_deflate_begin(&stream, 6, Int32(-window)) == Z_OK else { return nil }
        defer { deflateEnd(&stream) }
        guard deflateSetDictionary(&stream, dictionary, UInt32(dictionary.count)) == Z_OK else { return nil }
        var packed = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(bytes.count))))
        var source = bytes
        let code = source.withUnsafeMutableBufferPointer { input in
            packed.withUnsafeMutableBufferPointer { output in
                stream.next_in = input.baseAddress
                stream.avail_in = UInt32(input.count)
                stream.next_out = output.baseAddress
                stream.avail_out = UInt32(output.count)
                return CZlib.deflate(&stream, Z_FINISH)
            }
        }
        guard code == Z_STREAM_END else { return nil }
        return Array(packed.prefix(Int(stream.total_out)))
    }

    /// - Returns: nil where the bytes are not what `deflate` made with this dictionary.
    static func inflate(_ packed: some Collection<UInt8>, dictionary: [UInt8]) -> [UInt8]? {
        var stream = z_stream()
        guard entitywire_inflate_begin(&stream) == Z_OK else { return nil }
        defer { inflateEnd(&stream) }
        guard inflateSetDictionary(&stream, dictionary, UInt32(dictionary.count)) == Z_OK else { return nil }
        var source = Array(packed)
        var bytes: [UInt8] = []
        var piece = [UInt8](repeating: 0, count: max(4_096, 6 * source.count))
        return source.withUnsafeMutableBufferPointer { input -> [UInt8]? in
            stream.next_in = input.baseAddress
            stream.avail_in = UInt32(input.count)
            while true {
                let code = piece.withUnsafeMutableBufferPointer { output in
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    return CZlib.inflate(&stream, Z_NO_FLUSH)
                }
                bytes += piece.prefix(piece.count - Int(stream.avail_out))
                if code == Z_STREAM_END { return bytes }
                guard code == Z_OK, stream.avail_out == 0 || stream.avail_in > 0 else { return nil }
            }
        }
    }
}
