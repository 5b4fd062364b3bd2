import Extraction
import Foundation

/// How a model under training does on the blocks to choose by.
struct Judgement {
    /// Scores with both looks, and with the first alone.
    private(set) var scores = Scores()
    private(set) var firstLook = Scores()
    /// The probability of each name found, and whether it is right.
    private(set) var sureness: [(probability: Float, isRight: Bool)] = []

    /// Judges on blocks whose features are prepared.
    init(_ blocks: [TrainingBlock], _ outcome: Fit.Outcome, shares: [Float]) {
        let decoder = DevDecoder(outcome.trainer, shares: shares)
        for block in blocks {
            var block = block
            for sentence in block.sentences {
                firstLook.add(found: decoder.spans(sentence).map(\.span), gold: sentence.spans, collapse: true)
            }
            outcome.secondLook.add(outcome.secondLook.evidence(block, decoder, byOwnDomain: false), to: &block)
            for sentence in block.sentences {
                let found = decoder.spans(sentence)
                scores.add(found: found.map(\.span), gold: sentence.spans, collapse: true)
                for (span, probability) in found where span.type < 3 {
                    sureness.append((probability, sentence.spans.contains(span)))
                }
            }
        }
    }
}
