import Extraction

/// Decodes with the weights under training: the general copy and a share of some domains' copies.
final class DevDecoder {
    private let trainer: Trainer
    private let shares: [Float]
    private var path: BestPath
    private var lattice: Lattice
    private var scores: [LabelVector] = []

    init(_ trainer: Trainer, shares: [Float]) {
        self.trainer = trainer
        self.shares = shares
        path = BestPath(Transitions(trainer.transitions))
        lattice = Lattice(Transitions(trainer.transitions))
    }

    /// The names of a sentence with the model's probability of each.
    func spans(_ sentence: TrainingSentence) -> [(span: LabelledSpan, probability: Float)] {
        score(sentence, shares: shares)
        return scores.withUnsafeBufferPointer { buffer in
            let spans = path.spans(buffer)
            guard !spans.isEmpty else { return [] }
            _ = lattice.sum(buffer)
            return spans.map { ($0, lattice.probability(of: $0.tokens, type: $0.type)) }
        }
    }

    /// The probabilities of the labels of each token by the first look; by the sentence's own domain where asked.
    func probabilities(_ sentence: TrainingSentence, byOwnDomain: Bool) -> [LabelVector] {
        score(sentence, shares: byOwnDomain ? shares.indices.map { $0 == sentence.domain ? 1 : 0 } : shares)
        _ = scores.withUnsafeBufferPointer { lattice.sum($0) }
        return (0..<sentence.count).map { lattice.probabilities($0) }
    }

    private func score(_ sentence: TrainingSentence, shares: [Float]) {
        let copies =
            [(copy: 0, share: Float(1))]
            + shares.enumerated().filter { $0.element != 0 }.map { (copy: $0.offset + 1, share: $0.element) }
        scores.removeAll(keepingCapacity: true)
        scores += Array(repeating: .zero, count: sentence.count)
        scores.withUnsafeMutableBytes { bytes in
            guard let base = bytes.assumingMemoryBound(to: Float.self).baseAddress else { return }
            for index in 0..<sentence.count {
                let sums = base + index * Labels.lanes
                for rows in [sentence.features, sentence.evidence] {
                    for position in rows.rows(of: index) {
                        for part in copies {
                            trainer.weights.add(Int(rows.rows[position]), part.copy, times: part.share, to: sums)
                        }
                    }
                }
            }
        }
    }
}
