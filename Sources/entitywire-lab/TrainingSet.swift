import Annotation
import Extraction

/// A sentence ready to train on: the rows of each token's features, and what the tokens may be.
struct TrainingSentence {
    /// Rows of all tokens, one after the other; `starts` has one more entry than there are tokens.
    let rows: [UInt32]
    let starts: [Int32]
    let gold: GoldLabels
    let spans: [LabelledSpan]
    let domain: Int
    let weight: Float

    var count: Int { starts.count - 1 }
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
        of segments: [TaggedFile.Segment], _ corpus: CorpusDescription, domain: Int
    ) -> [LabelledBlock] {
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

    /// The sentences with the rows of their features; features without a row are left out.
    func sentences(_ reader: FeatureReader, _ index: FeatureIndex) -> [TrainingSentence] {
        var rows: [[UInt32]] = []
        var starts: [[Int32]] = []
        var sentence = -1
        reader.read(text) { token, features in
            if sentence < 0 || token == text.sentences[sentence].upperBound {
                sentence += 1
                rows.append([])
                starts.append([0])
            }
            for feature in features {
                if let row = index.row(feature) { rows[sentence].append(row) }
            }
            starts[sentence].append(Int32(rows[sentence].count))
        }
        return text.sentences.indices.map {
            TrainingSentence(
                rows: rows[$0], starts: starts[$0], gold: gold[$0], spans: spans[$0], domain: domain, weight: weight)
        }
    }
}
