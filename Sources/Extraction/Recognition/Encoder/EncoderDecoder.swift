import Annotation

/// Turns the scores of a block's labels into names with their confidence.
struct EncoderDecoder {
    private var lattice = Lattice(Transitions())
    private var path = BestPath(Transitions())
    private let calibration: Calibration
    private let places: Gazetteer?

    init(_ header: EncoderFile.Header, language: String?, places: Gazetteer?) {
        let curves = header.calibration
        let points = language.flatMap { curves[$0] } ?? curves["*"] ?? []
        calibration = points.count == Calibration.steps + 1 ? Calibration(points: points) : .identity
        self.places = places
    }

    mutating func names(of block: ReadingBlock, _ scores: [LabelVector]) -> [RecognizedName] {
        let forms = places == nil ? nil : TokenForms(block.text, block.tokens)
        var names: [RecognizedName] = []
        for sentence in block.sentences where !sentence.isEmpty {
            scores.withUnsafeBufferPointer { scores in
                let own = UnsafeBufferPointer(rebasing: scores[sentence])
                let spans = path.spans(own)
                guard !spans.isEmpty else { return }
                _ = lattice.sum(own)
                for span in spans {
                    let tokens = span.tokens.lowerBound + sentence.lowerBound..<span.tokens.upperBound
                        + sentence.lowerBound
                    let first = block.tokens.lowerBound
                    names.append(
                        RecognizedName(
                            tokens: first + tokens.lowerBound..<first + tokens.upperBound,
                            type: Labels.types[span.type],
                            subtype: forms.flatMap { places?.subtype(span.type, tokens, $0) },
                            confidence: calibration.confidence(lattice.probability(of: span.tokens, type: span.type))))
                }
            }
        }
        return names
    }
}
