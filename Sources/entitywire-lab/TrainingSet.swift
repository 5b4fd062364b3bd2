import Annotation
import Extraction

/// A sentence ready to train on: the rows of each token's features, and what the tokens may be.
struct TrainingSentence {
    let features: TokenRows
    /// The rows of what the rest of the document says of the tokens; none before the second look.
    var evidence: TokenRows
    let gold: GoldLabels
    let spans: [LabelledSpan]
    let domain: Int
    let weight: Float

    var count: Int { features.starts.count - 1 }
}

/// The rows of the features of some tokens, one after the other; `starts` has one more entry than there are tokens.
struct TokenRows {
    var rows: [UInt32] = []
    var starts: [Int32] = [0]

    /// So many tokens without any row.
    static func none(_ count: Int) -> TokenRows {
        TokenRows(rows: [], starts: Array(repeating: 0, count: count + 1))
    }

    @inline(__always) func rows(of token: Int) -> Range<Int> { Int(starts[token])..<Int(starts[token + 1]) }
}

/// A block with its sentences ready to train on.
struct TrainingBlock {
    let text: TokenizedText
    var sentences: [TrainingSentence]
}

/// Texts with their labels, cut into blocks that are read as documents.
struct LabelledBlock {
    let text: TokenizedText
    let gold: [GoldLabels]
    let spans: [[LabelledSpan]]
    let domain: Int
    let weight: Float

    /// The blocks of a corpus file: of whole segments, up to so many tokens where neighbours are of one document.
    static func blocks(
        of segments: [TaggedFile.Segment], _ corpus: CorpusDescription, domain: Int, headlines: Bool
    ) -> [LabelledBlock] {
        let segments = headlines && corpus.documents ? withHeadlines(segments) : segments
        var blocks: [LabelledBlock] = []
        var start = 0
        var tokens = 0
        for (index, segment) in segments.enumerated() {
            tokens += segment.tokens.count
            guard !corpus.documents || tokens > 2000 || index == segments.count - 1 else { continue }
            let part = segments[start...index]
            blocks.append(
                LabelledBlock(
                    text: TaggedFile.text(of: part), gold: part.map { GoldLabels($0, corpus) },
                    spans: part.map { GoldLabels.spans($0, corpus) }, domain: domain, weight: corpus.weight))
            start = index + 1
            tokens = 0
        }
        return blocks
    }

    /// The segments with some of them once more in capitals, as headlines have them.
    private static func withHeadlines(_ segments: [TaggedFile.Segment]) -> [TaggedFile.Segment] {
        segments.enumerated().flatMap { index, segment in
            guard index % 20 == 7, (4...30).contains(segment.tokens.count) else { return [segment] }
            return [TaggedFile.Segment(tokens: segment.tokens.map { $0.uppercased() }, tags: segment.tags), segment]
        }
    }

    /// The sentences with the rows of their features; features without a row are left out.
    func prepared(_ reader: FeatureReader, _ index: FeatureIndex) -> TrainingBlock {
        var rows = text.sentences.map { _ in TokenRows() }
        var sentence = 0
        reader.read(text) { token, features in
            while token >= text.sentences[sentence].upperBound { sentence += 1 }
            for feature in features {
                if let row = index.row(feature) { rows[sentence].rows.append(row) }
            }
            rows[sentence].starts.append(Int32(rows[sentence].rows.count))
        }
        let sentences = text.sentences.indices.map { index in
            TrainingSentence(
                features: rows[index], evidence: .none(text.sentences[index].count), gold: gold[index],
                spans: spans[index], domain: domain,
                weight: weight)
        }
        return TrainingBlock(text: text, sentences: sentences)
    }
}
