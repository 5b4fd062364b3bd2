/// A run of tokens that the encoder reads at once, cut into pieces.
struct EncoderWindow {
    /// Token indexes of the text.
    let tokens: Range<Int>
    /// The pieces of the tokens, with the pieces that begin and end a window.
    private(set) var pieces: [Int32] = [PieceTokenizer.begin]
    /// For each token the row of its first piece and of its last.
    private(set) var rows: [ClosedRange<Int>] = []

    private init(_ tokens: Range<Int>, _ pieces: (Int) -> ArraySlice<Int32>) {
        self.tokens = tokens
        for token in tokens {
            let own = pieces(token)
            rows.append(self.pieces.count...self.pieces.count + own.count - 1)
            self.pieces += own
        }
        self.pieces.append(PieceTokenizer.end)
    }

    /// The windows of a block: neighbouring sentences together, of about the same size, none over `limit` rows.
    static func windows(
        of block: ReadingBlock, _ tokenizer: PieceTokenizer, limit: Int = EncoderModel.longest
    ) -> [EncoderWindow] {
        var pieces: [Int32] = []
        var starts = [0]
        starts.reserveCapacity(block.tokens.count + 1)
        for token in block.tokens {
            pieces += tokenizer.pieces(of: block.text.bytes(of: token))
            starts.append(pieces.count)
        }
        let most = limit - 2
        let parts = max(1, (pieces.count + most - 1) / most)
        let aim = min(most, (pieces.count + parts - 1) / parts + 24)
        func window(_ tokens: Range<Int>) -> EncoderWindow {
            let first = block.tokens.lowerBound
            return EncoderWindow(first + tokens.lowerBound..<first + tokens.upperBound) { token in
                pieces[starts[token - first]..<starts[token - first + 1]]
            }
        }
        var windows: [EncoderWindow] = []
        var start = 0
        for sentence in block.sentences {
            if sentence.lowerBound > start, starts[sentence.upperBound] - starts[start] > aim {
                windows.append(window(start..<sentence.lowerBound))
                start = sentence.lowerBound
            }
            // A sentence that is longer than a window is cut.
            while starts[sentence.upperBound] - starts[start] > most {
                var end = start + 1
                while starts[end + 1] - starts[start] <= most { end += 1 }
                windows.append(window(start..<end))
                start = end
            }
        }
        if start < block.tokens.count { windows.append(window(start..<block.tokens.count)) }
        return windows
    }
}
