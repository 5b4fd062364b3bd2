/// A part of a text that is read as one document: whole sentences, so many tokens at most.
///
/// Sentences are ranges of indexes from 0 within the block, and cut where they are longer than any writer's.
struct ReadingBlock {
    /// News articles are shorter; what is longer is read in parts, so that memory does not grow with the text.
    static let longest = 2000
    static let longestSentence = 250

    let text: TokenizedText
    let tokens: Range<Int>
    let sentences: [Range<Int>]

    /// The blocks of a text, in order; together they have all its sentences.
    static func blocks(of text: TokenizedText) -> [ReadingBlock] {
        var blocks: [ReadingBlock] = []
        var sentences: [Range<Int>] = []
        var start = 0
        for sentence in text.sentences {
            if sentences.isEmpty { start = sentence.lowerBound }
            var first = sentence.lowerBound
            while first < sentence.upperBound {
                let end = min(first + longestSentence, sentence.upperBound)
                sentences.append(first - start..<end - start)
                first = end
                if end - start >= longest {
                    blocks.append(ReadingBlock(text: text, tokens: start..<end, sentences: sentences))
                    sentences = []
                    start = end
                }
            }
        }
        if let last = sentences.last {
            blocks.append(ReadingBlock(text: text, tokens: start..<start + last.upperBound, sentences: sentences))
        }
        return blocks
    }
}
