import CZlib
import CZstd
import CommandSupport
import Foundation
import Glibc
import Testing

@testable import entitywire

/// Input as it comes, packed or not, whole or in single bytes.
@Suite struct ByteSourceTests {
    /// As in the program: who has gone shows as an error.
    init() { signal(SIGPIPE, SIG_IGN) }

    enum Packing: CaseIterable, Sendable {
        case none, gzip, zstd

        func pack(_ bytes: [UInt8]) -> [UInt8] {
            switch self {
            case .none: bytes
            case .gzip: Self.gzip(bytes)
            case .zstd: Self.zstd(bytes)
            }
        }

        private static func gzip(_ bytes: [UInt8]) -> [UInt8] {
            var stream = z_stream()
            deflateInit2_(
                &stream, 6, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION,
                Int32(MemoryLayout<z_stream>.size))
            defer { deflateEnd(&stream) }
            var input = bytes
            return [UInt8](unsafeUninitializedCapacity: bytes.count + 1_000) { output, count in
                input.withUnsafeMutableBufferPointer { input in
                    stream.next_in = input.baseAddress
                    stream.avail_in = UInt32(input.count)
                    stream.next_out = output.baseAddress
                    stream.avail_out = UInt32(output.count)
                    #expect(deflate(&stream, Z_FINISH) == Z_STREAM_END)
                }
                count = output.count - Int(stream.avail_out)
            }
        }

        private static func zstd(_ bytes: [UInt8]) -> [UInt8] {
            [UInt8](unsafeUninitializedCapacity: ZSTD_compressBound(bytes.count)) { output, count in
                let context = ZSTD_createCCtx()
                defer { ZSTD_freeCCtx(context) }
                // As the program zstd does it, and ZSTD_compress does not.
                ZSTD_CCtx_setParameter(context, ZSTD_c_checksumFlag, 1)
                count = ZSTD_compress2(context, output.baseAddress, output.count, bytes, bytes.count)
            }
        }
    }

    /// Reads all that a pipe gives, into which another thread writes pieces of a size.
    private func read(_ bytes: [UInt8], piece: Int = .max, unpacks: Bool = true) throws -> [UInt8] {
        var ends: [Int32] = [0, 0]
        #expect(pipe(&ends) == 0)
        let writing = ends[1]
        Thread.detachNewThread {
            var rest = bytes[...]
            while !rest.isEmpty, Descriptor.write(Array(rest.prefix(piece)), to: writing).error == 0 {
                rest = rest.dropFirst(piece)
            }
            close(writing)
        }
        var source = ByteSource(descriptor: ends[0], unpacks: unpacks)
        var read: [UInt8] = []
        while true {
            let bytes = try source.next()
            if bytes.isEmpty { return read }
            read += bytes
        }
    }

    private static let text = Array((0..<60_000).map { "line \($0 &* 2_654_435_761)\n" }.joined().utf8)

    @Test(arguments: Packing.allCases, [1, 7, 4_096, Int.max])
    func whatIsPackedComesOutAsItWas(packing: Packing, piece: Int) throws {
        let text = piece < 100 ? Array(Self.text.prefix(5_000)) : Self.text
        let isSame = try read(packing.pack(text), piece: piece) == text
        #expect(isSame)
    }

    @Test(arguments: [Packing.gzip, .zstd], [1, Int.max])
    func severalMembersAreOneInput(packing: Packing, piece: Int) throws {
        let packed = packing.pack(Array("one\n".utf8)) + packing.pack([]) + packing.pack(Array("two\n".utf8))
        #expect(try read(packed, piece: piece) == Array("one\ntwo\n".utf8))
    }

    @Test func whatMayStandBetweenMembersIsPassedOver() throws {
        let skippable: [UInt8] = [0x53, 0x2A, 0x4D, 0x18, 3, 0, 0, 0, 9, 9, 9]
        let one = Array("one".utf8)
        #expect(try read(skippable + Packing.zstd.pack(one) + skippable) == one)
        #expect(try read(Packing.gzip.pack(one) + [UInt8](repeating: 0, count: 600_000)) == one)
    }

    @Test(arguments: [Packing.gzip, .zstd])
    func aCutOrDamagedInputIsNoEnd(packing: Packing) throws {
        let packed = packing.pack(Self.text)
        for length in [4, packed.count / 2, packed.count - 1] {
            #expect(throws: Failure.self, "\(length)") { _ = try read(Array(packed.prefix(length))) }
        }
        var damaged = packed
        for index in 100..<200 { damaged[index] ^= 0x5A }
        #expect(throws: Failure.self) { _ = try read(damaged) }
        #expect(throws: Failure.self) { _ = try read(packed + Array("trailing".utf8)) }
    }

    @Test(arguments: [[], [0x1F], [0x1F, 0x8B], [0x28, 0xB5], [0x28, 0x7B], Array("{}".utf8)] as [[UInt8]])
    func bytesThatOnlyBeginLikeASignatureAreGivenAsTheyAre(bytes: [UInt8]) throws {
        #expect(try read(bytes) == bytes)
        #expect(try read(bytes, piece: 1) == bytes)
    }

    @Test func withoutUnpackingPackedBytesStay() throws {
        let packed = Packing.gzip.pack([1, 2, 3])
        #expect(try read(packed, unpacks: false) == packed)
    }
}
