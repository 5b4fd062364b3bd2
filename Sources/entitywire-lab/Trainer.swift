import Extraction

/// Settings of a training run; the same settings and seed give the same model.
struct TrainingOptions {
    var epochs = 5
    var rate: Float = 0.2
    var penalty: Float = 2e-5
    /// The share of features left out at random, so that a name is not known by its words alone.
    var dropout: Float = 0.2
    /// How fast the domains' own copies learn, against the general one: below 1 what corpora share goes to the general.
    var domainPace: Float = 0.03
    /// The share of sentences that are learned from without what the rest of the document says.
    var evidenceDropout: Float = 0.35
    var seed: UInt64 = 1
}

/// Trains the weights by stochastic gradient on the conditional likelihood of what the corpora say.
///
/// Each feature has a general copy and one for each domain (Daumé 2007, frustratingly easy domain adaptation); where a
/// corpus leaves a label open the likelihood sums over what it may be (Tsuboi et al. 2008).
final class Trainer {
    /// Copy 0 is the general one, the others those of the domains.
    let weights: Weights
    private(set) var transitions = [Float](repeating: 0, count: Transitions.count)
    private var transitionSquares = [Float](repeating: 0, count: Transitions.count)
    private let options: TrainingOptions
    private var random: SplitMix
    private var step: Int32 = 0
    private var scores: [LabelVector] = []
    private var model = Lattice(Transitions())
    private var gold = Lattice(Transitions())
    private var kept: [UInt32] = []
    private var keptStarts: [Int] = []

    init(rows: Int, domains: Int, options: TrainingOptions) {
        weights = Weights(rows: rows, copies: domains + 1)
        self.options = options
        random = SplitMix(state: options.seed)
    }

    /// One pass over the sentences in a new order; returns the mean loss of a sentence.
    func pass(over blocks: [TrainingBlock], rate: Float) -> Double {
        var order = blocks.enumerated().flatMap { block in block.element.sentences.indices.map { (block.offset, $0) } }
        order.shuffle(using: &random)
        var loss = 0.0
        for (block, sentence) in order { loss += learn(blocks[block].sentences[sentence], rate: rate) }
        return loss / Double(max(1, order.count))
    }

    /// All passes, slower towards the end.
    func train(on blocks: [TrainingBlock], report: (_ epoch: Int, _ loss: Double) -> Void = { _, _ in }) {
        for epoch in 0..<options.epochs {
            let left = options.epochs - epoch
            let rate = options.rate * (left == 1 ? 0.1 : left == 2 ? 0.4 : 1)
            let loss = pass(over: blocks, rate: rate)
            if left == 1 { weights.finish(rate: rate, penalty: options.penalty, step: step) }
            report(epoch, loss)
        }
    }

    private func learn(_ sentence: TrainingSentence, rate: Float) -> Double {
        step += 1
        keepFeatures(of: sentence)
        let own = sentence.domain + 1
        score(sentence.count, own)
        let steps = Transitions(transitions)
        model.use(steps)
        gold.use(steps)
        let (all, right) = scores.withUnsafeBufferPointer { buffer in
            let buffer = UnsafeBufferPointer(rebasing: buffer[..<sentence.count])
            let all = model.sum(buffer)
            return (all, gold.sum(buffer, allowed: sentence.gold.allowed, outsideAllowed: sentence.gold.outside))
        }
        var transitionGradient = [Float](repeating: 0, count: Transitions.count)
        model.addTransitions(count: sentence.count, times: sentence.weight, to: &transitionGradient)
        gold.addTransitions(count: sentence.count, times: -sentence.weight, to: &transitionGradient)
        for index in 0..<sentence.count {
            let gradient = (model.probabilities(index) - gold.probabilities(index)) * sentence.weight
            learn(index, gradient, own, rate: rate)
        }
        learnTransitions(transitionGradient, rate: rate)
        return all - right
    }

    private func learn(_ index: Int, _ gradient: LabelVector, _ own: Int, rate: Float) {
        withUnsafeBytes(of: gradient) { bytes in
            let slopes = bytes.assumingMemoryBound(to: Float.self)
            // What is known already teaches nothing.
            guard let base = slopes.baseAddress, slopes.contains(where: { abs($0) > 4e-3 }) else { return }
            for position in keptStarts[index]..<keptStarts[index + 1] {
                let row = Int(kept[position])
                weights.update(row, 0, base, rate: rate, penalty: options.penalty, step: step)
                weights.update(row, own, base, rate: rate * options.domainPace, penalty: options.penalty, step: step)
            }
        }
    }

    private func keepFeatures(of sentence: TrainingSentence) {
        kept.removeAll(keepingCapacity: true)
        keptStarts.removeAll(keepingCapacity: true)
        keptStarts.append(0)
        let limit = UInt64(options.dropout * 256)
        // Some sentences are read as in the first look, which has no evidence yet.
        let hasEvidence = random.next() & 0xFF >= UInt64(options.evidenceDropout * 256)
        for index in 0..<sentence.count {
            var bits: UInt64 = 0
            for position in sentence.features.rows(of: index) {
                if bits == 0 { bits = random.next() | 1 << 63 }
                let draw = bits & 0xFF
                bits >>= 8
                if bits == 0 || draw >= limit { kept.append(sentence.features.rows[position]) }
            }
            if hasEvidence { kept += sentence.evidence.rows[sentence.evidence.rows(of: index)] }
            keptStarts.append(kept.count)
        }
    }

    private func score(_ count: Int, _ own: Int) {
        while scores.count < count { scores.append(.zero) }
        scores.withUnsafeMutableBytes { bytes in
            guard let base = bytes.assumingMemoryBound(to: Float.self).baseAddress else { return }
            for index in 0..<count {
                let sums = base + index * Labels.lanes
                sums.update(repeating: 0, count: Labels.lanes)
                for position in keptStarts[index]..<keptStarts[index + 1] {
                    let row = Int(kept[position])
                    weights.add(row, 0, to: sums)
                    weights.add(row, own, to: sums)
                }
            }
        }
    }

    private func learnTransitions(_ gradient: [Float], rate: Float) {
        for index in gradient.indices {
            transitionSquares[index] += gradient[index] * gradient[index]
            transitions[index] -= rate * gradient[index] / (transitionSquares[index] + 1).squareRoot()
        }
    }
}

/// A small random generator with a seed (Steele, Lea and Flood 2014).
struct SplitMix: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
        return mixed ^ mixed >> 31
    }
}
