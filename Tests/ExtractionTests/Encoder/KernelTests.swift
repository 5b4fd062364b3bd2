import EncoderKernels
import Testing

/// What this processor has of the families, held against the portable one: the same bits.
@Suite struct KernelTests {
    private static let families = [ew_family_avx512, ew_family_avx2, ew_family_neon].filter { ew_kernels_of($0) != nil }
    private static let hidden = 64

    /// Numbers from -1 to 1 that are the same in every run.
    private struct Noise {
        var state: UInt64 = 7

        mutating func next() -> Float {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Float(Int32(truncatingIfNeeded: state >> 33)) / Float(1 << 30) - 1
        }

        mutating func floats(_ count: Int) -> [Float] { (0..<count).map { _ in next() } }
        mutating func bytes(_ count: Int) -> [Int8] { (0..<count).map { _ in Int8(next() * 127) } }
    }

    /// One pass of every kernel over so many rows, as bits.
    private static func pass(_ family: ew_family, rows count: Int) -> [UInt32] {
        guard let kernels = ew_kernels_of(family)?.pointee else { return [] }
        var noise = Noise()
        let word = noise.bytes(36).map { UInt8(bitPattern: $0 & 0x3F) }
        let (place, guide, gain, bias) = (noise.floats(64), noise.floats(64), noise.floats(64), noise.floats(192))
        var rows = noise.floats(count * hidden).map { $0 * 3 }
        kernels.embed(word, place, guide, gain, bias, Int32(hidden), &rows)
        var bytes = [Int8](repeating: 0, count: count * hidden)
        var scales = [Float](repeating: 0, count: count)
        var wide = [Float](repeating: 0, count: count * 192)
        let weights = noise.bytes(192 * hidden)
        let sums = (0..<192).map { output in
            (0..<hidden).reduce(Int32(0)) { sum, input in
                sum + Int32(weights[output / 16 * 16 * hidden + input / 4 * 64 + output % 16 * 4 + input % 4])
            }
        }
        let steps = noise.floats(192).map { abs($0) / 100 }
        bytes.withUnsafeMutableBufferPointer { bytes in
            scales.withUnsafeMutableBufferPointer { scales in
                let rounded = ew_rounded(bytes: bytes.baseAddress, scales: scales.baseAddress)
                kernels.round(rows, Int32(count), Int32(hidden), rounded)
                weights.withUnsafeBufferPointer { weights in
                    steps.withUnsafeBufferPointer { steps in
                        bias.withUnsafeBufferPointer { bias in
                            sums.withUnsafeBufferPointer { sums in
                                var matrix = ew_matrix(
                                    weights: weights.baseAddress, scales: steps.baseAddress, bias: bias.baseAddress,
                                    sums: sums.baseAddress, inputs: Int32(hidden), outputs: 192)
                                kernels.dense(&matrix, rounded, Int32(count), 1, &wide, 192)
                            }
                        }
                    }
                }
            }
        }
        var scratch = [Float](repeating: 0, count: Int(ew_attention_scratch(Int32(count))))
        var mixed = [Float](repeating: 0, count: count * hidden)
        kernels.attend(wide, Int32(count), 2, &scratch, &mixed)
        kernels.add_norm(&rows, mixed, gain, bias, Int32(count), Int32(hidden))
        var labels = [Float](repeating: 0, count: 48)
        kernels.head(rows, mixed, noise.floats(2 * hidden * 48), noise.floats(48), Int32(hidden), 48, &labels)
        return (wide + rows + labels).map(\.bitPattern)
    }

    @Test(arguments: [1, 2, 5, 6, 7, 33, 64])
    func allFamiliesGiveTheSameBits(rows: Int) {
        let portable = Self.pass(ew_family_portable, rows: rows)
        #expect(!portable.isEmpty && portable.contains { $0 != portable[0] })
        for family in Self.families { #expect(Self.pass(family, rows: rows) == portable) }
    }

    @Test func whatIsOutsideTheRangesStaysFinite() {
        for family in Self.families + [ew_family_portable] {
            guard let kernels = ew_kernels_of(family)?.pointee else { continue }
            // Scores of thousands: exp must not overflow.
            var rows = [Float](repeating: 0, count: 3 * 96)
            for index in rows.indices { rows[index] = index % 2 == 0 ? 1000 : -1000 }
            var scratch = [Float](repeating: 0, count: Int(ew_attention_scratch(3)))
            var mixed = [Float](repeating: 0, count: 3 * 32)
            kernels.attend(rows, 3, 1, &scratch, &mixed)
            #expect(mixed.allSatisfy(\.isFinite))
        }
    }
}
