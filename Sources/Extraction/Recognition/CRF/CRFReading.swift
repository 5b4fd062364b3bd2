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

    /// The names of a block, as token indexes of its text.
    mutating func names(of block: ReadingBlock) -> [RecognizedName] {
        let facts = TextFacts(block, model.lexicon)
        var extractor = FeatureExtractor(facts)
        var names: [RecognizedName] = []
        for sentence in block.sentences {
            extractor.enter(sentence)
            score(extractor, sentence)
            for (span, probability) in decode(sentence.count) {
                let tokens = span.tokens.lowerBound + sentence.lowerBound..<span.tokens.upperBound + sentence.lowerBound
                names.append(
                    RecognizedName(
                        tokens: tokens.lowerBound + block.tokens.lowerBound..<tokens.upperBound
                            + block.tokens.lowerBound,
                        type: Labels.types[span.type], subtype: subtype(span.type, tokens, facts),
                        confidence: model.calibration.confidence(probability)))
            }
        }
        return names
    }

    private mutating func score(_ extractor: FeatureExtractor, _ sentence: Range<Int>) {
        scores.removeAll(keepingCapacity: true)
        let scale = model.weights.scale
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureExtractor.most) { features in
            withUnsafeTemporaryAllocation(of: Int16.self, capacity: Labels.lanes) { sums in
                guard let features = features.baseAddress, let sums = sums.baseAddress else { return }
                for token in sentence {
                    let count = extractor.write(token, to: features)
                    sums.update(repeating: 0, count: Labels.lanes)
                    model.weights.add(features, count: count, to: sums)
                    var score = LabelVector.zero
                    for lane in 0..<Labels.lanes { score[lane] = Float(sums[lane]) * scale }
                    scores.append(score)
                }
            }
        }
    }

    private mutating func decode(_ count: Int) -> [(span: LabelledSpan, probability: Float)] {
        let eagerness = SIMD8<Float>(repeating: model.eagerness)
        return scores.withUnsafeMutableBufferPointer { buffer in
            for index in buffer.indices {
                let score = buffer[index]
                buffer[index] = LabelVector(
                    begins: score.begins + eagerness, insides: score.insides, ends: score.ends,
                    singles: score.singles + eagerness)
            }
            let scores = UnsafeBufferPointer(buffer)
            let spans = path.spans(scores)
            guard !spans.isEmpty else { return [] }
            _ = lattice.sum(scores)
            return spans.map { ($0, lattice.probability(of: $0.tokens, type: $0.type)) }
        }
    }

    /// What kind of place it is, where the lists know the name as one kind alone.
    private func subtype(_ type: Int, _ tokens: Range<Int>, _ facts: TextFacts) -> String? {
        guard Labels.types[type] == .location else { return nil }
        let kinds = model.lexicon.gazetteer.kinds(of: tokens, in: facts.forms.lower)
        if kinds.contains(.country) { return kinds.contains(.region) ? nil : "country" }
        if kinds.contains(.region) { return kinds.contains(.city) ? nil : "region" }
        return kinds.contains(.city) || kinds.contains(.town) ? "city" : nil
    }
}
