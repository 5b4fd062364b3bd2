import Extraction
import Glibc

/// The weights of all copies of the features, and what AdaGrad keeps of their gradients.
///
/// The copies of a feature lie side by side, each a vector of weights and one of squared gradients, so that one reach
/// into memory brings what a token of one domain needs.
final class Weights {
    let rows: Int
    let copies: Int
    private let vectors: UnsafeMutablePointer<LabelVector>
    private let touched: UnsafeMutablePointer<Int32>

    init(rows: Int, copies: Int) {
        self.rows = rows
        self.copies = copies
        let count = rows * copies * 2
        let bytes = max(count * MemoryLayout<LabelVector>.stride, 1)
        // Large pages, where the kernel gives them: the reaches are random.
        let alignment = 1 << 21
        let memory = UnsafeMutableRawPointer.allocate(byteCount: bytes, alignment: alignment)
        _ = madvise(memory, bytes, MADV_HUGEPAGE)
        vectors = memory.bindMemory(to: LabelVector.self, capacity: count)
        vectors.initialize(repeating: .zero, count: count)
        touched = .allocate(capacity: rows * copies)
        touched.initialize(repeating: 0, count: rows * copies)
    }

    deinit {
        vectors.deallocate()
        touched.deallocate()
    }

    @inline(__always) func value(_ row: Int, _ copy: Int) -> LabelVector { vectors[(row * copies + copy) * 2] }

    /// Adds the weights of a copy, times a share, to a vector of sums.
    @inline(__always)
    func add(_ row: Int, _ copy: Int, times share: Float = 1, to sums: UnsafeMutablePointer<Float>) {
        let values = UnsafeRawPointer(vectors + (row * copies + copy) * 2).assumingMemoryBound(to: Float.self)
        for lane in 0..<Labels.lanes { sums[lane] += values[lane] * share }
    }

    /// One step of AdaGrad with an L1 penalty by composite mirror descent (Duchi, Hazan and Singer 2011); the penalty of
    /// the steps since the row was last touched is made up for here.
    @inline(__always) func update(
        _ row: Int, _ copy: Int, _ gradient: UnsafePointer<Float>, rate: Float, penalty: Float, step: Int32
    ) {
        let place = row * copies + copy
        let values = UnsafeMutableRawPointer(vectors + place * 2).assumingMemoryBound(to: Float.self)
        let squares = values + Labels.lanes
        let waited = penalty * Float(step &- touched[place])
        touched[place] = step
        for lane in 0..<Labels.lanes {
            let slope = gradient[lane]
            let square = squares[lane] + slope * slope
            squares[lane] = square
            let pace = rate / (square + 0.1).squareRoot()
            let value = values[lane] - pace * slope
            let shrink = pace * waited
            let up = value - shrink
            let down = value + shrink
            values[lane] = (up > 0 ? up : 0) + (down < 0 ? down : 0)
        }
    }

    /// Makes up for the penalty of all rows.
    func finish(rate: Float, penalty: Float, step: Int32) {
        let none = [Float](repeating: 0, count: Labels.lanes)
        none.withUnsafeBufferPointer { buffer in
            guard let base = buffer.baseAddress else { return }
            for row in 0..<rows {
                for copy in 0..<copies { update(row, copy, base, rate: rate, penalty: penalty, step: step) }
            }
        }
    }
}
