import Annotation

/// The names after a first one that share the office before it: `ministers X, Y and Z`, `X of A and Y of B`.
struct PeopleInRow {
    private(set) var others: [Int] = []

    init(_ tagged: TaggedText, after first: Int) {
        var mention = first
        while others.count < 8 {
            var token = tagged.mentions[mention].tokens.upperBound
            token = PeopleInRow.skipOrigin(token, in: tagged)
            let start = token
            if tagged[token].contains(.comma) { token += 1 }
            if tagged[token].contains(.and) { token += 1 }
            while tagged[token].contains(.honorific) { token += 1 }
            guard token > start, token < tagged.count, tagged.areInOneSentence(start, token),
                let next = tagged.person(at: token)
            else { return }
            others.append(next)
            mention = next
        }
    }

    /// Over `of France`, `from the Liberals` and brackets.
    private static func skipOrigin(_ token: Int, in tagged: TaggedText) -> Int {
        var next = token
        if tagged.isMark(token, "(") {
            while next < min(token + 14, tagged.count), !tagged.isMark(next, ")") { next += 1 }
            return tagged.isMark(next, ")") ? next + 1 : token
        }
        guard tagged[token].contains(.preposition) else { return token }
        next += 1
        if tagged[next].contains(.the) { next += 1 }
        guard let mention = tagged.mention(at: next), tagged.mentions[mention].type != .person else { return token }
        return tagged.mentions[mention].tokens.upperBound
    }
}
