import Extraction
import Foundation

/// A training run: features, a second look from models of the other half, the weights.
struct Fit {
    let sets: CorpusSets
    let reader: FeatureReader
    let hasSecondLook: Bool
    let options: TrainingOptions
    /// Features that are met less often are left out.
    let minimumCount: UInt32

    /// What a run gives: weights, and where features have their rows.
    struct Outcome {
        let trainer: Trainer
        let words: FeatureIndex
        let secondLook: SecondLook
    }

    func run() -> Outcome {
        let words = FeatureIndex()
        for block in sets.train {
            reader.read(block.text) { _, features in for feature in features { words.count(feature) } }
        }
        words.freeze(minimumCount: minimumCount)
        var blocks = sets.train.map { $0.prepared(reader, words) }
        log("\(blocks.reduce(0) { $0 + $1.sentences.count }) sentences, \(words.rows) features")
        let secondLook = hasSecondLook ? addSecondLook(to: &blocks, rows: words.rows) : SecondLook(firstRow: words.rows)
        let trainer = Trainer(rows: words.rows + secondLook.index.rows, domains: sets.domains.count, options: options)
        trainer.train(on: blocks) { epoch, loss in log("epoch \(epoch + 1): loss \(String(format: "%.3f", loss))") }
        return Outcome(trainer: trainer, words: words, secondLook: secondLook)
    }

    /// Trains on each half and lets the model read the other: what it says there is as good as on new texts.
    private func addSecondLook(to blocks: inout [TrainingBlock], rows: Int) -> SecondLook {
        let index = FeatureIndex()
        var evidence = [DocumentEvidence?](repeating: nil, count: blocks.count)
        var quick = options
        quick.epochs = max(2, options.epochs - 2)
        for half in 0..<2 {
            let trainer = Trainer(rows: rows, domains: sets.domains.count, options: quick)
            trainer.train(on: blocks.enumerated().filter { $0.offset % 2 != half }.map(\.element))
            let decoder = DevDecoder(trainer, shares: Array(repeating: 0, count: sets.domains.count))
            let look = SecondLook(firstRow: rows)
            for block in blocks.indices where block % 2 == half {
                let found = look.evidence(blocks[block], decoder, byOwnDomain: true)
                for feature in found.features { index.count(feature) }
                evidence[block] = found
            }
            log("half \(half + 1) read")
        }
        index.freeze(minimumCount: 4)
        let look = SecondLook(index: index, firstRow: rows)
        for block in blocks.indices {
            if let found = evidence[block] { look.add(found, to: &blocks[block]) }
        }
        return look
    }
}
