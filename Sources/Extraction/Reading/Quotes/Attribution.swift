/// Who said something, by which words, and who passed it on.
struct Attribution: Sendable, Equatable {
    var speaker: Int?
    var speakerTokens: Range<Int>?
    var cue: Range<Int>?
    var source: Int?
    /// A verb of saying or a colon stands right beside the words.
    var isAttached = false
    /// Somebody says the words whom the text does not name, or whom the rules do not find: not whoever spoke last.
    var isUnknown = false
}
