extension TokenizedText {
    /// Cuts a valid UTF-8 text into tokens and sentences. Time and memory are linear in its length.
    public init(_ bytes: [UInt8]) {
        let tokens = Tokenizer.tokens(of: bytes)
        self.init(bytes: bytes, tokens: tokens, sentences: SentenceSplitter.sentences(of: tokens, in: bytes))
    }

    /// The same bytes with only the tokens that lie within one of the byte ranges.
    ///
    /// The ranges are in order and do not overlap. A sentence that leaves a range is cut there.
    package func keeping(_ ranges: [Range<Int>]) -> TokenizedText {
        var kept: [Token] = []
        kept.reserveCapacity(tokens.count)
        var cut: [Range<Int>] = []
        var range = 0
        for sentence in sentences {
            var start = kept.count
            for token in tokens[sentence] {
                let before = range
                while range < ranges.count, ranges[range].upperBound < Int(token.end) { range += 1 }
                if range != before, start < kept.count {
                    cut.append(start..<kept.count)
                    start = kept.count
                }
                guard range < ranges.count, ranges[range].lowerBound <= Int(token.start) else { continue }
                kept.append(token)
            }
            if start < kept.count { cut.append(start..<kept.count) }
        }
        return TokenizedText(bytes: bytes, tokens: kept, sentences: cut)
    }
}
