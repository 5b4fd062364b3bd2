/// A stretch of tokens between quotation marks, the marks included.
struct QuotedSpan: Sendable, Equatable {
    var tokens: Range<Int>
    /// The last paragraph has no closing mark.
    var isOpen = false

    /// The tokens between the marks.
    var inner: Range<Int> {
        let start = min(tokens.lowerBound + 1, tokens.upperBound)
        return start..<max(start, isOpen ? tokens.upperBound : tokens.upperBound - 1)
    }
}
