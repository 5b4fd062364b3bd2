import Extraction

/// Turns trained weights into the rows of a model file.
struct ModelExport {
    let keys: [UInt64]
    let rows: [SIMD32<Int8>]
    let scale: Float

    /// Sums the general copy and a share of each domain's, rounds to steps, and drops the features that come to nothing.
    init(_ outcome: Fit.Outcome, shares: [Float], steps: Float) {
        scale = 1 / steps
        var entries: [(key: UInt64, row: SIMD32<Int8>)] = []
        let trainer = outcome.trainer
        let looks = outcome.secondLook.index.entries.map { ($0.key, Int($0.row) + outcome.secondLook.firstRow) }
        for (key, place) in outcome.words.entries.map({ ($0.key, Int($0.row)) }) + looks {
            var sum = trainer.weights.value(place, 0)
            for (domain, share) in shares.enumerated() {
                sum += trainer.weights.value(place, domain + 1) * share
            }
            var row = SIMD32<Int8>.zero
            for lane in 0..<Labels.lanes {
                row[lane] = Int8(min(max((sum[lane] * steps).rounded(), -127), 127))
            }
            if row != .zero { entries.append((FeatureWeights.key(of: key), row)) }
        }
        entries.sort { $0.key < $1.key }
        var keys: [UInt64] = []
        var rows: [SIMD32<Int8>] = []
        for entry in entries where entry.key != keys.last {
            keys.append(entry.key)
            rows.append(entry.row)
        }
        self.keys = keys
        self.rows = rows
    }

    /// The model with these rows.
    func model(
        name: String, _ trainer: Trainer, _ lexicon: Lexicon, calibration: Calibration, eagerness: Float
    ) -> Model {
        Model(
            name: name, transitions: Transitions(trainer.transitions),
            weights: FeatureWeights(scale: scale, keys: keys, rows: rows), lexicon: lexicon, calibration: calibration,
            eagerness: eagerness)
    }
}
