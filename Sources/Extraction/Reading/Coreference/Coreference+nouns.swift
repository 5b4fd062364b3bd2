import Annotation

// Whom `the minister`, `the ministry` and `the driver` stand for: only who is the one such in what the text has said so far.
extension Coreference {
    func resolve(_ phrase: Range<Int>, head: Int) -> Int? {
        for token in phrase {
            if let mention = view.mention(at: token), mention.kind == .nominal { return mention.entity }
        }
        if view[head].contains(.documentNoun) { return issuer(of: head, phrase) }
        if let holder = holder(of: head, phrase) { return holder }
        if view[head].contains(.bodyNoun) { return body(head) }
        guard view[head].contains(.personNoun), view[head].isDisjoint(with: [.proxy]) else { return nil }
        // `the driver`; not `the unnamed author of a letter`
        return phrase.count == 2 ? onlyPerson(before: head) : nil
    }

    /// The only person so far whose office has that noun and whatever stands before it.
    private func holder(of head: Int, _ phrase: Range<Int>) -> Int? {
        let small: WordClasses = [.definite, .preposition, .genitive, .officeEpithet]
        let details = phrase.filter { $0 != head && view[$0].contains(.word) && view[$0].isDisjoint(with: small) }
        let entries = index.entries(head: view.word(head)).filter { $0.token < head && !$0.isDeputy }
        let fitting = entries.filter { entry in details.allSatisfy { entry.words.contains(view.word($0)) } }
        let holders = Set(fitting.map(\.entity))
        if holders.count == 1 { return holders.first }
        // Of several the one who spoke last, where none of the others was named since.
        guard let last, holders.contains(last.entity), view.paragraph(of: head) - view.paragraph(of: last.token) <= 1,
            !isNamed(after: last.token, before: head, among: holders.subtracting([last.entity]))
        else { return nil }
        return last.entity
    }

    private func isNamed(after token: Int, before head: Int, among others: Set<Int>) -> Bool {
        let start = people.indices.partition { people[$0].tokens.lowerBound > token }
        return people[start...].prefix { $0.tokens.lowerBound < head }.contains { others.contains($0.entity) }
    }

    /// The only person of the text so far, where nobody without a name stands before the noun.
    private func onlyPerson(before head: Int) -> Int? {
        let end = people.indices.partition { people[$0].tokens.lowerBound >= head }
        guard let first = people.first, end > 0, people[..<end].allSatisfy({ $0.entity == first.entity }),
            unnamed.first.map({ $0 >= head - 1 }) ?? true
        else { return nil }
        return first.entity
    }

    /// `the ministry`: the only organisation so far that has the noun in its name; else, behind an article, the only
    /// organisation so far.
    func body(_ head: Int) -> Int? {
        let word = view.key(head)
        var named: Set<Int> = []
        var all: Set<Int> = []
        let end = organizations.indices.partition { organizations[$0].tokens.lowerBound >= head }
        for mention in organizations[..<end].suffix(200) where !excluded.contains(mention.tokens.lowerBound) {
            if mention.tokens.contains(where: { view.key($0) == word }) { named.insert(mention.entity) }
            all.insert(mention.entity)
        }
        if !named.isEmpty { return named.count == 1 ? named.first : nil }
        return all.count == 1 && view[head - 1].contains(.definite) ? all.first : nil
    }
}
