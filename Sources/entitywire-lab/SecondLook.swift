import Extraction

/// Gives blocks what the rest of the document says, by what a model's first look finds in them.
struct SecondLook {
    /// Numbers the features of the second look.
    let index: FeatureIndex
    /// The row of the first of them.
    let firstRow: Int

    init(index: FeatureIndex = FeatureIndex(capacity: 64), firstRow: Int) {
        self.index = index
        self.firstRow = firstRow
    }

    /// The evidence that the first look gives for a block.
    func evidence(_ block: TrainingBlock, _ decoder: DevDecoder, byOwnDomain: Bool) -> DocumentEvidence {
        let first = block.sentences.flatMap { sentence in
            var sentence = sentence
            sentence.evidence = .none(sentence.count)
            return decoder.probabilities(sentence, byOwnDomain: byOwnDomain)
        }
        return DocumentEvidence(block.text, first)
    }

    /// Writes the rows of evidence into the sentences of its block.
    func add(_ evidence: DocumentEvidence, to block: inout TrainingBlock) {
        for (sentence, tokens) in block.text.sentences.enumerated() {
            var rows = TokenRows()
            for token in tokens {
                for feature in evidence.features[evidence.starts[token]..<evidence.starts[token + 1]] {
                    if let row = index.row(feature) { rows.rows.append(row + UInt32(firstRow)) }
                }
                rows.starts.append(Int32(rows.rows.count))
            }
            block.sentences[sentence].evidence = rows
        }
    }
}
