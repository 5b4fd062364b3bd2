/// Who said something, by which words, and who passed it on.
struct Attribution: Sendable, Equatable {
    var speaker: Int?
    var speakerTokens: Range<Int>?
    var cue: Range<Int>?
    var source: Int?
    /// A verb of saying or a colon stands right beside the words.
    var isAttached = false
}
