import Annotation

/// Who has spoken and who is spoken of, so far: resolves pronouns and definite nouns to persons.
///
/// Prefers no answer to a wrong one: a pronoun needs a person nearby whom nothing contradicts.
struct SpeakerMemory: Sendable {

    let view: DocumentView
    private let roles: [FoundRole]
    private(set) var last: (entity: Int, token: Int)?
    /// Where somebody without a name spoke last, if nobody with one has since.
    private var unnamed: Int?
    /// Words that are being attributed: nobody named in them alone has said them.
    var excluded = 0..<0
    /// By entity, where a title, a pronoun or an office proves it.
    private var genders: [GivenNames.Gender?]
    /// The words of each role's office, by hash, and for each word the roles that have it, in order of their tokens.
    private let offices: [[UInt64]]
    private let rolesByWord: [UInt64: [Int]]
    /// Sorted indexes of the mentions that name or describe somebody.
    private let persons: [Int]
    private let organizations: [Int]
    /// Sorted tokens of nouns for documents.
    private let documents: [Int]

    init(view: DocumentView, roles: [FoundRole]) {
        self.view = view
        self.roles = roles
        persons = view.mentions.indices.filter {
            view.isPerson(view.mentions[$0]) && view.mentions[$0].kind != .pronoun
        }
        organizations = view.mentions.indices.filter {
            view.mentions[$0].kind == .name && view.entities[view.mentions[$0].entity].type == .organization
        }
        documents = view.lexemes.indices.filter { view[$0].contains(.documentNoun) }
        offices = roles.map { role in
            role.office.lowercased().split { !$0.isLetter && $0 != "-" }.map { ByteHash.of($0) }
        }
        var rolesByWord: [UInt64: [Int]] = [:]
        let order = roles.indices.sorted {
            roles[$0].tokens.lowerBound < roles[$1].tokens.lowerBound
        }
        for index in order {
            for word in offices[index] { rolesByWord[word, default: []].append(index) }
        }
        self.rolesByWord = rolesByWord
        genders = [GivenNames.Gender?](repeating: nil, count: view.entities.count)
        learnGenders()
    }

    /// Titles before names, offices, and pronouns that are mentions.
    private mutating func learnGenders() {
        for mention in view.mentions where view.isPerson(mention) {
            let tokens =
                mention.kind == .pronoun
                ? mention.tokens : max(0, mention.tokens.lowerBound - 1)..<mention.tokens.lowerBound + 1
            for token in tokens {
                let role = view[token]
                if role.contains(.male),
                    mention.kind == .pronoun || token < mention.tokens.lowerBound || mention.tokens.count > 1
                {
                    learn(.male, of: mention.entity)
                }
                if role.contains(.female),
                    mention.kind == .pronoun || token < mention.tokens.lowerBound || mention.tokens.count > 1
                {
                    learn(.female, of: mention.entity)
                }
            }
            if mention.kind == .name, mention.tokens.count > 1,
                let known = GivenNames.gender(of: view.text.bytes(of: mention.tokens.lowerBound))
            {
                learn(known, of: mention.entity)
            }
        }
    }

    mutating func learn(_ gender: GivenNames.Gender, of entity: Int) {
        if genders[entity] == nil { genders[entity] = gender }
    }

    mutating func remember(_ entity: Int, at token: Int) {
        last = (entity, token)
        unnamed = nil
    }

    /// Somebody without a name has spoken: what follows may be that person's, and a pronoun may mean that person.
    mutating func forget(at token: Int) {
        last = nil
        unnamed = token
    }

    /// The last nouns for documents before a token, in order.
    func documents(before token: Int) -> ArraySlice<Int> {
        documents[..<documents.partition { $0 >= token }].suffix(16)
    }

    // MARK: Resolving

    /// The entity that a subject means, or nil.
    mutating func resolve(_ subject: SpeechSubject) -> Int? {
        switch subject {
        case .entity(let entity, _): return entity
        case .pronoun(let token): return resolve(pronoun: token)
        case .nominal(let phrase, let head): return resolve(phrase, head: head)
        case .unnamed: return nil
        }
    }

    private mutating func resolve(pronoun token: Int) -> Int? {
        let role = view[token]
        let mention = view.mention(at: token).flatMap { $0.kind == .pronoun ? $0 : nil }
        if let mention, mention.confidence >= Self.certain || role.isDisjoint(with: [.masculine, .feminine]) {
            return mention.entity
        }
        if role.contains(.neutral) { return organization(before: token) }
        let gender: GivenNames.Gender = role.contains(.feminine) ? .female : .male
        if let unnamed, view.paragraph(of: token) - view.paragraph(of: unnamed) <= 2,
            !isNamed(between: unnamed, and: token)
        {
            return nil
        }
        let (person, isSpeaker) = person(before: token) { genders[$0] == nil || genders[$0] == gender }
        // Who spoke just before goes on speaking: surer than the nearest name.
        guard let found = isSpeaker ? person : mention?.entity ?? person else { return nil }
        learn(gender, of: found)
        return found
    }

    private func isNamed(between first: Int, and end: Int) -> Bool {
        let next = persons.partition { view.mentions[$0].tokens.lowerBound > first }
        return next < persons.count && view.mentions[persons[next]].tokens.lowerBound < end
    }

    /// A pronoun's mention of this confidence overrules the order of speakers.
    private static let certain = 0.9

    /// `it`: the organisation that spoke last, in this paragraph or the one before; else the subject of the sentence.
    private func organization(before token: Int) -> Int? {
        guard view.text.bytes(of: token).count == 2 else { return nil }
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
        var index = persons.partition { view.mentions[$0].tokens.lowerBound >= token }
        // Backwards over the mentions before the token, keeping the first of each sentence.
        while index > 0 {
            index -= 1
            let mention = view.mentions[persons[index]]
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

    private func resolve(_ phrase: Range<Int>, head: Int) -> Int? {
        for token in phrase {
            if let mention = view.mention(at: token), mention.kind == .nominal { return mention.entity }
        }
        if let holder = holder(of: head, phrase) { return holder }
        if view[head].contains(.documentNoun) { return issuer(of: head, phrase) }
        if view[head].contains(.bodyNoun) { return body(head) }
        guard view[head].contains(.personNoun), view[head].isDisjoint(with: [.proxy]) else { return nil }
        // Nobody holds such an office: then only a person who is alone nearby, or spoke last.
        let near = nearby(head)
        if near.count == 1 { return near.first }
        guard let last, near.contains(last.entity), view.paragraph(of: head) - view.paragraph(of: last.token) <= 1
        else { return nil }
        return last.entity
    }

    /// `the ministry`: the organisation of that noun named last; else the only one of this paragraph and the one before.
    func body(_ head: Int) -> Int? {
        let word = view.key(head)
        let first = view.paragraphs[max(0, view.paragraph(of: head) - 1)].lowerBound
        var near: [Int] = []
        var steps = 0
        var index = organizations.partition { view.mentions[$0].tokens.lowerBound >= head }
        while index > 0, steps < 40 {
            index -= 1
            steps += 1
            let mention = view.mentions[organizations[index]]
            guard !excluded.contains(mention.tokens.lowerBound) else { continue }
            if mention.tokens.contains(where: { view.key($0) == word }) { return mention.entity }
            if mention.tokens.lowerBound >= first, !near.contains(mention.entity) { near.append(mention.entity) }
        }
        return near.count == 1 && head > 0 && view[head - 1].contains(.definite) ? near[0] : nil
    }

    /// The person named last before the head whose office has that noun.
    private func holder(of head: Int, _ phrase: Range<Int>) -> Int? {
        let word = view.key(head)
        let modifiers = phrase.filter { $0 != head && view[$0].isDisjoint(with: [.definite, .preposition]) }
            .map(view.key)
        var best: (score: Int, token: Int, entity: Int)?
        let candidates = rolesByWord[word] ?? []
        let end = candidates.partition { roles[$0].tokens.lowerBound >= head }
        for index in candidates[..<end].suffix(32) {
            let role = roles[index]
            let score = modifiers.count { offices[index].contains($0) }
            let token = lastMention(of: role.holder, before: head) ?? role.tokens.lowerBound
            if best.map({ (score, token) > ($0.score, $0.token) }) ?? true { best = (score, token, role.holder) }
        }
        return best?.entity
    }

    private func lastMention(of entity: Int, before token: Int) -> Int? {
        var index = persons.partition { view.mentions[$0].tokens.lowerBound >= token }
        var steps = 0
        while index > 0, steps < 64 {
            index -= 1
            steps += 1
            let mention = view.mentions[persons[index]]
            if mention.entity == entity { return mention.tokens.lowerBound }
        }
        return nil
    }

    /// The persons of this paragraph before the head; without any, those of the paragraph before.
    private func nearby(_ head: Int) -> [Int] {
        let paragraph = view.paragraph(of: head)
        for first in [paragraph, paragraph - 1] where first >= 0 {
            var found: [Int] = []
            var index = persons.partition { view.mentions[$0].tokens.lowerBound >= head }
            while index > 0, found.count < 4 {
                index -= 1
                let mention = view.mentions[persons[index]]
                guard mention.tokens.lowerBound >= view.paragraphs[first].lowerBound else { break }
                if excluded.contains(mention.tokens.lowerBound) { continue }
                if !found.contains(mention.entity) { found.append(mention.entity) }
            }
            if !found.isEmpty { return found }
        }
        return []
    }
}

extension [Int] {
    /// The first index whose element fulfils a condition that, once true, stays true.
    fileprivate func partition(_ isAfter: (Int) -> Bool) -> Int {
        var low = 0
        var high = count
        while low < high {
            let middle = (low + high) / 2
            if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
