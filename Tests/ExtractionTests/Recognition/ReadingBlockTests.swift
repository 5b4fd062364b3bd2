import Testing

@testable import Extraction

/// Texts of any length are read in blocks of bounded length, so that time grows with the text and no faster.
@Suite struct ReadingBlockTests {
    private static func text(sentences lengths: [Int]) -> TokenizedText {
        let words = lengths.map { Array(repeating: "a", count: $0).joined(separator: " ") + "\n\n" }.joined()
        return TokenizedText(Array(words.utf8))
    }

    @Test(arguments: [
        [], [1], [10, 20, 30], Array(repeating: 40, count: 200), [5_000], [249, 250, 251, 501], [1_999, 1, 2_001, 3],
    ])
    func blocksHaveEachTokenOnceAndAreBounded(lengths: [Int]) {
        let text = Self.text(sentences: lengths)
        let blocks = ReadingBlock.blocks(of: text)
        var next = 0
        for block in blocks {
            #expect(block.tokens.lowerBound == next && !block.tokens.isEmpty)
            #expect(block.tokens.count <= ReadingBlock.longest + ReadingBlock.longestSentence)
            #expect(block.sentences.first?.lowerBound == 0 && block.sentences.last?.upperBound == block.tokens.count)
            #expect(block.sentences.allSatisfy { $0.count <= ReadingBlock.longestSentence })
            #expect(zip(block.sentences, block.sentences.dropFirst()).allSatisfy { $0.upperBound == $1.lowerBound })
            next = block.tokens.upperBound
        }
        #expect(next == text.tokens.count)
        #expect(blocks.dropLast().allSatisfy { $0.tokens.count >= ReadingBlock.longest })
    }
}
