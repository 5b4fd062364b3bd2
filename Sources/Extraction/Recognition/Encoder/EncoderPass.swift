import EncoderKernels

/// The memory of passes through an encoder, used again from window to window.
struct EncoderPass: ~Copyable {
    private let model: EncoderModel
    private let rows: UnsafeMutablePointer<Float>
    private let wide: UnsafeMutablePointer<Float>
    private let added: UnsafeMutablePointer<Float>
    private let scratch: UnsafeMutablePointer<Float>
    private let rounded: ew_rounded

    init(_ model: EncoderModel) {
        self.model = model
        let most = EncoderModel.longest
        let hidden = model.file.header.hidden
        let inner = max(model.file.header.inner, 3 * hidden)
        rows = .allocate(capacity: most * hidden)
        wide = .allocate(capacity: most * inner)
        added = .allocate(capacity: most * hidden)
        scratch = .allocate(capacity: Int(ew_attention_scratch(Int32(most))))
        rounded = ew_rounded(bytes: .allocate(capacity: most * inner), scales: .allocate(capacity: most))
    }

    deinit {
        rows.deallocate()
        wide.deallocate()
        added.deallocate()
        scratch.deallocate()
        rounded.bytes.deallocate()
        rounded.scales.deallocate()
    }

    /// For each token of a window the scores of the labels, as distances from the score of outside.
    mutating func scores(of window: EncoderWindow, guide: UnsafePointer<Float>) -> [LabelVector] {
        let count = window.pieces.count
        precondition(count <= EncoderModel.longest, "a window is longer than the memory for it")
        embed(window.pieces, guide)
        for layer in model.layers { pass(layer, count) }
        return window.rows.map { row in scores(first: row.lowerBound, last: row.upperBound) }
    }

    private func embed(_ pieces: [Int32], _ guide: UnsafePointer<Float>) {
        let hidden = model.file.header.hidden
        for (row, piece) in pieces.enumerated() {
            model.kernels.embed(
                model.words + Int(piece) * model.wordBytes, model.place + row * hidden, guide, model.norm.gain,
                model.norm.bias, Int32(hidden), rows + row * hidden)
        }
    }

    private func pass(_ layer: EncoderModel.Layer, _ count: Int) {
        let count = Int32(count)
        let hidden = Int32(model.file.header.hidden)
        let inner = Int32(model.file.header.inner)
        dense(layer.heads, rows, count, to: wide)
        model.kernels.attend(wide, count, Int32(model.file.header.heads), scratch, added)
        dense(layer.attended, added, count, to: added)
        model.kernels.add_norm(rows, added, layer.attendedNorm.gain, layer.attendedNorm.bias, count, hidden)
        dense(layer.wide, rows, count, to: wide, gelu: true)
        model.kernels.round(wide, count, inner, rounded)
        withUnsafePointer(to: layer.narrow) { model.kernels.dense($0, rounded, count, 0, added, hidden) }
        model.kernels.add_norm(rows, added, layer.narrowNorm.gain, layer.narrowNorm.bias, count, hidden)
    }

    private func dense(
        _ matrix: ew_matrix, _ input: UnsafePointer<Float>, _ count: Int32, to output: UnsafeMutablePointer<Float>,
        gelu: Bool = false
    ) {
        model.kernels.round(input, count, matrix.inputs, rounded)
        withUnsafePointer(to: matrix) {
            model.kernels.dense($0, rounded, count, gelu ? 1 : 0, output, matrix.outputs)
        }
    }

    private func scores(first: Int, last: Int) -> LabelVector {
        let hidden = model.file.header.hidden
        let labels = model.file.header.labels
        return withUnsafeTemporaryAllocation(of: Float.self, capacity: labels) { scores in
            guard let base = scores.baseAddress else { return .zero }
            model.kernels.head(
                rows + first * hidden, rows + last * hidden, model.headWeights, model.headBias, Int32(hidden),
                Int32(labels), base)
            var vector = LabelVector.zero
            // Beyond e^40 nothing is less certain, and sums of such numbers still fit.
            let sharpness = model.file.header.sharpness
            for lane in 0..<Labels.lanes {
                vector[lane] = min(max((base[lane] - base[Labels.lanes]) * sharpness, -40), 40)
            }
            return vector
        }
    }
}
