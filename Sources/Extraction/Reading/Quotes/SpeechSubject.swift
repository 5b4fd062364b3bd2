/// Who a verb of saying is said of, before memory decides what a pronoun or noun stands for.
enum SpeechSubject: Sendable, Equatable {
    /// A mention names the speaker; the tokens are those of the noun phrase.
    case entity(Int, tokens: Range<Int>)
    case pronoun(Int)
    /// A definite noun phrase without a name: `the minister`; the head is the noun that says what the speaker is.
    case nominal(Range<Int>, head: Int)
    /// Somebody whom the text does not name: `a spokesman for …`, `officials`.
    case unnamed(Range<Int>)

    var tokens: Range<Int> {
        switch self {
        case .entity(_, let tokens): tokens
        case .pronoun(let token): token..<token + 1
        case .nominal(let tokens, _): tokens
        case .unnamed(let tokens): tokens
        }
    }
}
