import Annotation

/// Finds whom `he`, `she`, `his` and `her` stand for, where one person alone can be meant.
///
/// The only person of the right gender whom this sentence names before the pronoun; else the only one of the sentence
/// before, or the one whom that sentence begins with. A person without a name in between makes it uncertain. Inside a
/// quotation only people named there count, and outside only people named outside: the speaker says `I`.
struct PronounFinder {
    struct Person {
        var token: Int
        var entity: Int
    }

    let view: DocumentView
    let quoted: QuotedTokens
    /// Names and nominal mentions of people, in order.
    private var people: [Person]
    /// Tokens of people without a name, in order.
    private let unnamed: [Int]
    private var genders: [GivenNames.Gender?]
    private static let reach = 3

    init(_ view: DocumentView, people: [Person], unnamed: [Int], genders: [GivenNames.Gender?]) {
        self.view = view
        quoted = QuotedTokens(view.text)
        self.people = people
        self.unnamed = unnamed
        self.genders = genders
    }

    /// The pronouns with their entity and confidence, in order.
    mutating func find() -> [(token: Int, entity: Int, confidence: Double)] {
        var found: [(token: Int, entity: Int, confidence: Double)] = []
        var known: [Person] = []
        var next = 0
        for token in 0..<view.count where view[token].contains(.personalPronoun) {
            while next < people.count, people[next].token < token {
                known.append(people[next])
                next += 1
            }
            guard view.mentionIndex(at: token) == nil, !view[token + 1].contains(.honorific),
                let one = antecedent(of: token, among: known)
            else { continue }
            found.append((token, one.entity, one.confidence))
            genders[one.entity] = gender(of: token)
            known.append(Person(token: token, entity: one.entity))
        }
        return found
    }

    private func gender(of token: Int) -> GivenNames.Gender { view[token].contains(.female) ? .female : .male }

    private func antecedent(of token: Int, among known: [Person]) -> (entity: Int, confidence: Double)? {
        let sentence = view.sentenceIndex(of: token)
        let quotation = quoted.quotation[token]
        for back in 0...Self.reach where sentence - back >= 0 {
            let range = view.text.sentences[sentence - back]
            let here = people(in: range.lowerBound..<min(range.upperBound, token), among: known)
                .filter { quoted.quotation[$0.token] == quotation }
            if here.isEmpty {
                if hasUnnamed(in: range.lowerBound..<min(range.upperBound, token), quotation) { return nil }
                continue
            }
            return choose(here, for: token, back: back, range: range)
        }
        return nil
    }

    private func people(in range: Range<Int>, among known: [Person]) -> [Person] {
        var low = known.count
        // The nearest few are enough, in a sentence of whatever length.
        while low > max(known.count - 32, 0), known[low - 1].token >= range.lowerBound { low -= 1 }
        return known[low...].filter { range.contains($0.token) }
    }

    private func choose(_ here: [Person], for token: Int, back: Int, range: Range<Int>) -> (
        entity: Int, confidence: Double
    )? {
        let gender = gender(of: token)
        let fitting = here.filter { genders[$0.entity] == nil || genders[$0.entity] == gender }
        guard let last = fitting.last else { return nil }
        if hasUnnamed(in: last.token..<min(range.upperBound, token), quoted.quotation[token]) { return nil }
        if Set(fitting.map(\.entity)).count == 1 {
            return (last.entity, back == 0 ? 0.85 : back == 1 ? 0.8 : 0.7)
        }
        let certain = Set(fitting.filter { genders[$0.entity] == gender }.map(\.entity))
        if certain.count == 1, let one = certain.first { return (one, 0.65) }
        // `Petrov thanked Haddad. He …`: the subject goes on.
        guard back == 1, token - view.text.sentences[view.sentenceIndex(of: token)].lowerBound <= 1,
            fitting[0].token - range.lowerBound <= 6
        else { return nil }
        return (fitting[0].entity, 0.6)
    }

    private func hasUnnamed(in range: Range<Int>, _ quotation: Int32) -> Bool {
        guard !range.isEmpty else { return false }
        var low = 0
        var high = unnamed.count
        while low < high {
            let middle = (low + high) / 2
            if unnamed[middle] < range.lowerBound { low = middle + 1 } else { high = middle }
        }
        while low < unnamed.count, unnamed[low] < range.upperBound {
            if quoted.quotation[unnamed[low]] == quotation { return true }
            low += 1
        }
        return false
    }
}
