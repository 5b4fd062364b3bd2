/// Reads the features of all tokens of a text, for training: the same that recognition computes.
package struct FeatureReader {
    private let lexicon: Lexicon
    private let groups: FeatureGroup

    package init(lexicon: Lexicon, groups: FeatureGroup) {
        self.lexicon = lexicon
        self.groups = groups
    }

    /// Calls back with each token, in order, and its features.
    package func read(_ text: TokenizedText, _ body: (_ token: Int, _ features: UnsafeBufferPointer<UInt64>) -> Void) {
        let block = ReadingBlock(text: text, tokens: text.tokens.indices, sentences: text.sentences)
        var extractor = FeatureExtractor(TextFacts(block, lexicon), groups: groups)
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: FeatureExtractor.most) { buffer in
            guard let base = buffer.baseAddress else { return }
            for sentence in text.sentences {
                extractor.enter(sentence)
                for token in sentence {
                    let count = extractor.write(token, to: base)
                    body(token, UnsafeBufferPointer(start: base, count: count))
                }
            }
        }
    }
}
