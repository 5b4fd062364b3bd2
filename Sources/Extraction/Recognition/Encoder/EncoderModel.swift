import EncoderKernels

/// A trained encoder: its pieces, its arrays, and the kernels that this processor has for them.
///
/// Safe because all pointers are into the read-only mapping that `file` keeps.
struct EncoderModel: @unchecked Sendable {
    /// One layer: attention, then a wide and a narrow matrix, each with its norm.
    struct Layer {
        let heads: ew_matrix
        let attended: ew_matrix
        let attendedNorm: Norm
        let wide: ew_matrix
        let narrow: ew_matrix
        let narrowNorm: Norm
    }

    struct Norm {
        let gain: UnsafePointer<Float>
        let bias: UnsafePointer<Float>
    }

    /// Rows of a window at most, the pieces at its ends included.
    static let longest = 232

    let file: EncoderFile
    let pieces: PieceTokenizer
    let kernels: ew_kernels
    let layers: [Layer]
    let words: UnsafePointer<UInt8>
    let wordBytes: Int
    let place: UnsafePointer<Float>
    let guides: UnsafePointer<Float>
    let norm: Norm
    let headWeights: UnsafePointer<Float>
    let headBias: UnsafePointer<Float>

    /// Reads a file; `family` is for tests, the best that the processor has by default.
    init(path: String, family: ew_family? = nil) throws(ModelError) {
        let file = try EncoderFile(path: path)
        let hidden = file.header.hidden
        pieces = try PieceTokenizer(file)
        wordBytes = hidden / 32 * 18
        words = try Self.pointer(file, "words", pieces.count * wordBytes)
        place = try Self.pointer(file, "place", 512 * hidden)
        let rows = file.header.guides.values.max().map { $0 + 1 } ?? 0
        guides = try Self.pointer(file, "guides", rows * hidden)
        norm = try Self.norm(file, "norm", hidden)
        headWeights = try Self.pointer(file, "head.weights", 2 * hidden * file.header.labels)
        headBias = try Self.pointer(file, "head.bias", file.header.labels)
        var layers: [Layer] = []
        for index in 0..<file.header.layers { layers.append(try Self.layer(file, "\(index).")) }
        self.layers = layers
        let families = family.map { [$0] } ?? [ew_family_avx512, ew_family_avx2, ew_family_neon, ew_family_portable]
        guard let kernels = families.lazy.compactMap({ ew_kernels_of($0)?.pointee }).first else {
            throw ModelError(code: .format, detail: "this processor lacks the instructions")
        }
        self.kernels = kernels
        self.file = file
    }

    /// The guide that a language is read by.
    func guide(_ language: String?) -> UnsafePointer<Float> {
        let rows = file.header.guides
        return guides + (language.flatMap { rows[$0] } ?? rows["*"] ?? 0) * file.header.hidden
    }

    private static func layer(_ file: EncoderFile, _ name: String) throws(ModelError) -> Layer {
        let hidden = file.header.hidden
        let inner = file.header.inner
        return Layer(
            heads: try matrix(file, name + "heads", hidden, 3 * hidden),
            attended: try matrix(file, name + "attended", hidden, hidden),
            attendedNorm: try norm(file, name + "attended.norm", hidden),
            wide: try matrix(file, name + "wide", hidden, inner),
            narrow: try matrix(file, name + "narrow", inner, hidden),
            narrowNorm: try norm(file, name + "narrow.norm", hidden))
    }

    private static func matrix(
        _ file: EncoderFile, _ name: String, _ inputs: Int, _ outputs: Int
    ) throws(ModelError) -> ew_matrix {
        ew_matrix(
            weights: try pointer(file, name + ".weights", inputs * outputs),
            scales: try pointer(file, name + ".scales", outputs), bias: try pointer(file, name + ".bias", outputs),
            sums: try pointer(file, name + ".sums", outputs), inputs: Int32(inputs), outputs: Int32(outputs))
    }

    private static func norm(_ file: EncoderFile, _ name: String, _ size: Int) throws(ModelError) -> Norm {
        Norm(gain: try pointer(file, name + ".gain", size), bias: try pointer(file, name + ".bias", size))
    }

    private static func pointer<Value: BitwiseCopyable>(
        _ file: EncoderFile, _ name: String, _ count: Int
    ) throws(ModelError) -> UnsafePointer<Value> {
        let values = try file.array(name, of: Value.self, count: count)
        guard let base = values.baseAddress else { throw ModelError(code: .format, detail: "empty array \(name)") }
        return base
    }
}
