import Annotation

// Whom `he`, `she`, `his`, `her`, `it` and `they` stand for.
extension Coreference {
    private static let reach = 3

    /// Answers the pronouns of a sentence that attribution did not ask for.
    mutating func settle(_ sentence: Range<Int>) {
        for token in sentence where view[token].contains(.personalPronoun) && answers[token] == nil {
            guard view.mentionIndex(at: token) == nil, !view[token + 1].contains(.honorific) else { continue }
            settle(token, as: antecedent(of: token))
        }
    }

    private mutating func settle(_ token: Int, as answer: Answer?) {
        answers[token] = .some(answer)
        guard let answer else { return }
        genders[answer.entity] = gender(of: token)
        let place = pronouns.indices.partition { pronouns[$0].token >= token }
        pronouns.insert(Person(token: token, entity: answer.entity), at: place)
    }

    /// Whom the pronoun means that is the subject of a verb of saying: whoever spoke just before goes on speaking, surer
    /// than the nearest name.
    mutating func resolve(pronoun token: Int) -> Int? {
        if let answer = answers[token] { return answer?.entity }
        if let mention = view.mention(at: token), mention.kind == .pronoun { return mention.entity }
        guard view[token].contains(.personalPronoun) else { return organization(before: token) }
        if let unnamedSpeaker, view.paragraph(of: token) - view.paragraph(of: unnamedSpeaker) <= 2,
            unnamedSpeaker < token, !isNamed(between: unnamedSpeaker, and: token)
        {
            settle(token, as: nil)
            return nil
        }
        let gender = gender(of: token)
        let (person, isSpeaker) = person(before: token) { genders[$0] == nil || genders[$0] == gender }
        let spoken = person.map { Answer(entity: $0, confidence: isSpeaker ? 0.75 : 0.6) }
        settle(token, as: isSpeaker ? spoken : antecedent(of: token) ?? spoken)
        return answers[token]??.entity
    }

    private func isNamed(between first: Int, and end: Int) -> Bool {
        let next = people.indices.partition { people[$0].tokens.lowerBound > first }
        return next < people.count && people[next].tokens.lowerBound < end
    }

    private func gender(of token: Int) -> GivenNames.Gender { view[token].contains(.female) ? .female : .male }

    private func antecedent(of token: Int) -> Answer? {
        let sentence = view.sentenceIndex(of: token)
        let quotation = view.quotation(of: token)
        for back in 0...Self.reach where sentence - back >= 0 {
            let range = view.text.sentences[sentence - back]
            let here = people(in: range.lowerBound..<min(range.upperBound, token))
                .filter { view.quotation(of: $0.token) == quotation }
            if here.isEmpty {
                if hasUnnamed(in: range.lowerBound..<min(range.upperBound, token), quotation) { return nil }
                continue
            }
            return choose(here, for: token, back: back, range: range)
        }
        return nil
    }

    /// Names, nominals and answered pronouns in a range, the nearest few: enough in a sentence of whatever length.
    private func people(in range: Range<Int>) -> [Person] {
        let end = people.indices.partition { people[$0].tokens.lowerBound >= range.upperBound }
        let named = people[..<end].suffix(32).map { Person(token: $0.tokens.lowerBound, entity: $0.entity) }
        let last = pronouns.indices.partition { pronouns[$0].token >= range.upperBound }
        let found = (named + pronouns[..<last].suffix(32)).filter { range.contains($0.token) }
        return found.sorted { ($0.token, $0.entity) < ($1.token, $1.entity) }
    }

    private func choose(_ here: [Person], for token: Int, back: Int, range: Range<Int>) -> Answer? {
        let gender = gender(of: token)
        let fitting = here.filter { genders[$0.entity] == nil || genders[$0.entity] == gender }
        guard let last = fitting.last else { return nil }
        if hasUnnamed(in: last.token..<min(range.upperBound, token), view.quotation(of: token)) { return nil }
        if Set(fitting.map(\.entity)).count == 1 {
            return Answer(entity: last.entity, confidence: back == 0 ? 0.85 : back == 1 ? 0.8 : 0.7)
        }
        let certain = Set(fitting.filter { genders[$0.entity] == gender }.map(\.entity))
        if certain.count == 1, let one = certain.first { return Answer(entity: one, confidence: 0.65) }
        // `Petrov thanked Haddad. He …`: the subject goes on.
        guard back == 1, token - view.text.sentences[view.sentenceIndex(of: token)].lowerBound <= 1,
            fitting[0].token - range.lowerBound <= 6
        else { return nil }
        return Answer(entity: fitting[0].entity, confidence: 0.6)
    }

    private func hasUnnamed(in range: Range<Int>, _ quotation: Int) -> Bool {
        guard !range.isEmpty else { return false }
        var low = unnamed.partition { $0 >= range.lowerBound }
        while low < unnamed.count, unnamed[low] < range.upperBound {
            if view.quotation(of: unnamed[low]) == quotation { return true }
            low += 1
        }
        return false
    }

    /// `it`: the organisation that spoke last, in this paragraph or the one before; else the subject of the sentence.
    private func organization(before token: Int) -> Int? {
        guard view.is(token, "it") else { return nil }
        if let last, !view.isPerson(last.entity), view.paragraph(of: token) - view.paragraph(of: last.token) <= 1 {
            return last.entity
        }
        let sentence = view.sentence(of: token)
        let paragraph = view.paragraphs[view.paragraph(of: token)]
        let start =
            excluded.upperBound <= token && excluded.count > 0
            ? min(sentence.lowerBound, excluded.lowerBound) : sentence.lowerBound
        guard start > paragraph.lowerBound else { return nil }
        return organization(opening: view.sentence(of: start - 1))
    }

    /// The organisation that a sentence begins with.
    private func organization(opening sentence: Range<Int>) -> Int? {
        for token in sentence.prefix(10) {
            if let mention = view.mention(at: token), mention.kind == .name {
                let type = view.entities[mention.entity].type
                if type == .organization { return mention.entity }
                if type == .person { return nil }
            }
            guard view[token].isDisjoint(with: [.speechVerb, .finiteVerb, .complementizer, .relative]) else {
                return nil
            }
        }
        return nil
    }

    /// The person whom the text speaks of before a token: the subject of a sentence since the last speaker, else that speaker, else the
    /// nearest sentence's first person; within two paragraphs.
    private func person(before token: Int, where fits: (Int) -> Bool) -> (entity: Int?, isSpeaker: Bool) {
        let first = view.paragraphs[max(0, view.paragraph(of: token) - 2)].lowerBound
        var subjects: [(entity: Int, token: Int)] = []
        var sentence = -1
        var index = people.indices.partition { people[$0].tokens.lowerBound >= token }
        // Backwards over the mentions before the token, keeping the first of each sentence.
        while index > 0 {
            index -= 1
            let mention = people[index]
            guard mention.tokens.lowerBound >= first else { break }
            guard fits(mention.entity), !excluded.contains(mention.tokens.lowerBound), !isModifier(mention) else {
                continue
            }
            let start = view.sentence(of: mention.tokens.lowerBound).lowerBound
            if start == sentence { subjects.removeLast() }
            sentence = start
            subjects.append((mention.entity, mention.tokens.lowerBound))
            if subjects.count > 12 { break }
        }
        let isLastNear =
            last.map { $0.token >= first && $0.token < token && view.isPerson($0.entity) && fits($0.entity) } ?? false
        guard isLastNear, let last else { return (subjects.first?.entity, false) }
        // Somebody else became the subject of a later sentence.
        if let newer = subjects.first(where: { $0.token > view.sentenceEnd(of: last.token) - 1 }),
            isSubject(newer.token)
        {
            return (newer.entity, false)
        }
        return (last.entity, true)
    }

    /// `the Rono family's lawyer Jane Roe`: a name that only says whose office another one holds.
    private func isModifier(_ mention: FoundMention) -> Bool {
        var next = mention.tokens.upperBound
        while next < mention.tokens.upperBound + 4, next < view.text.tokens.count, view.mention(at: next) == nil,
            view[next].contains(.personNoun) || view.isGenitiveS(next)
        {
            next += 1
        }
        return next > mention.tokens.upperBound
            && view.mention(at: next).map { view.isPerson($0) && $0.kind == .name } ?? false
    }

    /// Whether a mention opens its sentence, but for a title, an office or an adverb.
    func isSubject(_ token: Int) -> Bool {
        let start = view.sentence(of: token).lowerBound
        guard token - start <= 6 else { return false }
        return start.upTo(token).allSatisfy {
            view[$0].isDisjoint(with: [.clauseOpener, .complementizer, .speechVerb, .finiteVerb])
        }
    }
}
