/// One token: a byte range of the text.
public struct Token: Sendable, Equatable {
    /// Byte offsets, half-open.
    public var start: Int32
    public var end: Int32

    public init(start: Int, end: Int) {
        self.start = Int32(start)
        self.end = Int32(end)
    }
}

/// A text with its tokens and sentences; bytes inside, code points only at the edge.
public struct TokenizedText: Sendable {
    /// The text as submitted: valid UTF-8.
    public let bytes: [UInt8]
    /// In order; white space belongs to no token.
    public let tokens: [Token]
    /// Ranges of indexes into `tokens`, in order, without gap or overlap.
    public let sentences: [Range<Int>]

    public init(bytes: [UInt8], tokens: [Token], sentences: [Range<Int>]) {
        self.bytes = bytes
        self.tokens = tokens
        self.sentences = sentences
    }

    /// The bytes of a token.
    public func bytes(of token: Int) -> ArraySlice<UInt8> {
        bytes[Int(tokens[token].start)..<Int(tokens[token].end)]
    }

    /// The string of a token. Not for inner loops.
    public func string(of token: Int) -> String { String(decoding: bytes(of: token), as: UTF8.self) }

    /// The exact string that a range of tokens covers, white space between them included.
    public func string(of range: Range<Int>) -> String {
        guard !range.isEmpty else { return "" }
        let covered = Int(tokens[range.lowerBound].start)..<Int(tokens[range.upperBound - 1].end)
        return String(decoding: bytes[covered], as: UTF8.self)
    }
}
