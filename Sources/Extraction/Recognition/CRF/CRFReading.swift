import Annotation

/// The state of reading with a model: buffers that are used again for each sentence.
struct CRFReading {
    private let model: Model
    private var lattice: Lattice
    private var path: BestPath
    private var scores: [LabelVector] = []

    init(_ model: Model) {
        self.model = model
        lattice = Lattice(model.transitions)
        path = BestPath(model.transitions)
    }

    /// The names of a block, as token indexes of its text: read once for what is plain, and once more with what the same
    /// words were taken for elsewhere in the block.
    mutating func names(of block: ReadingBlock) -> [RecognizedName] {
        let facts = TextFacts(block, model.lexicon)
        score(FeatureExtractor(facts), block)
        let evidence = DocumentEvidence(facts.forms, block.sentences, probabilities(block))
        addScores(evidence)
        var names: [RecognizedName] = []
        for sentence in block.sentences {
            for (span, probability) in decode(sentence) {
                let tokens = span.tokens.lowerBound + sentence.lowerBound..<span.tokens.upperBound + sentence.lowerBound
                names.append(
                    RecognizedName(
                        tokens: tokens.lowerBound + block.tokens.lowerBound..<tokens.upperBound
                            + block.tokens.lowerBound,
                        type: Labels.types[span.type], subtype: model.lexicon.gazetteer.subtype(span.type, tokens, facts.forms),
                        confidence: model.calibration.confidence(probability)))
            }
        }
        return names
    }

    /// Fills `scores` for all tokens of a block.
    private mutating func score(_ extractor: FeatureExtractor, _ block: ReadingBlock) {
        var extractor = extractor
        scores.removeAll(keepingCapacity: true)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureExtractor.most) { features in
            withUnsafeTemporaryAllocation(of: Int16.self, capacity: Labels.lanes) { sums in
                guard let features = features.baseAddress, let sums = sums.baseAddress else { return }
                for sentence in block.sentences {
                    extractor.enter(sentence)
                    for token in sentence {
                        let count = extractor.write(token, to: features)
                        sums.update(repeating: 0, count: Labels.lanes)
                        model.weights.add(features, count: count, to: sums)
                        scores.append(score(sums))
                    }
                }
            }
        }
        let eagerness = SIMD8<Float>(repeating: model.eagerness)
        let shift = LabelVector(begins: eagerness, insides: .zero, ends: .zero, singles: eagerness)
        if model.eagerness != 0 { for index in scores.indices { scores[index] += shift } }
    }

    private func score(_ sums: UnsafePointer<Int16>) -> LabelVector {
        var score = LabelVector.zero
        withUnsafeMutableBytes(of: &score) { bytes in
            let lanes = bytes.assumingMemoryBound(to: Float.self)
            for lane in 0..<Labels.lanes { lanes[lane] = Float(sums[lane]) * model.weights.scale }
        }
        return score
    }

    private mutating func probabilities(_ block: ReadingBlock) -> [LabelVector] {
        var result: [LabelVector] = []
        result.reserveCapacity(scores.count)
        scores.withUnsafeBufferPointer { scores in
            for sentence in block.sentences {
                _ = lattice.sum(UnsafeBufferPointer(rebasing: scores[sentence]))
                for index in 0..<sentence.count { result.append(lattice.probabilities(index)) }
            }
        }
        return result
    }

    private mutating func addScores(_ evidence: DocumentEvidence) {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: Labels.lanes) { sums in
            guard let sums = sums.baseAddress else { return }
            evidence.features.withUnsafeBufferPointer { features in
                for token in scores.indices where evidence.starts[token] < evidence.starts[token + 1] {
                    let own = UnsafeBufferPointer(
                        rebasing: features[evidence.starts[token]..<evidence.starts[token + 1]])
                    guard let base = own.baseAddress else { continue }
                    sums.update(repeating: 0, count: Labels.lanes)
                    model.weights.add(base, count: own.count, to: sums)
                    scores[token] += score(sums)
                }
            }
        }
    }

    private mutating func decode(_ sentence: Range<Int>) -> [(span: LabelledSpan, probability: Float)] {
        scores.withUnsafeBufferPointer { scores in
            let scores = UnsafeBufferPointer(rebasing: scores[sentence])
            let spans = path.spans(scores)
            guard !spans.isEmpty else { return [] }
            _ = lattice.sum(scores)
            return spans.map { ($0, lattice.probability(of: $0.tokens, type: $0.type)) }
        }
    }
}
