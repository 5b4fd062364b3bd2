import Extraction

/// Decodes with the weights under training: the general copy and a share of some domains' copies.
final class DevDecoder {
    private let trainer: Trainer
    private let mix: [(domain: Int, share: Float)]
    private var path: BestPath
    private var scores: [LabelVector] = []

    init(_ trainer: Trainer, mix: [(domain: Int, share: Float)]) {
        self.trainer = trainer
        self.mix = mix
        path = BestPath(Transitions(trainer.transitions))
    }

    func spans(_ sentence: TrainingSentence) -> [LabelledSpan] {
        scores.removeAll(keepingCapacity: true)
        for index in 0..<sentence.count {
            var sum = LabelVector.zero
            for position in Int(sentence.starts[index])..<Int(sentence.starts[index + 1]) {
                let row = Int(sentence.rows[position])
                sum += trainer.weights.value(row, 0)
                for part in mix { sum += trainer.weights.value(row, part.domain + 1) * part.share }
            }
            scores.append(sum)
        }
        return scores.withUnsafeBufferPointer { path.spans($0) }
    }
}
