import Annotation

/// The names after a first one that share the office before it: `ministers X, Y and Z`, `X of A and Y of B`.
struct PeopleInRow {
    private(set) var others: [Int] = []

    init(_ view: DocumentView, after first: Int) {
        var mention = first
        while others.count < 8 {
            var token = view.mentions[mention].tokens.upperBound
            token = PeopleInRow.skipOrigin(token, in: view)
            let start = token
            if view[token].contains(.comma) { token += 1 }
            if view[token].contains(.coordinator) { token += 1 }
            while view[token].contains(.honorific) { token += 1 }
            guard token > start, token < view.count, view.areInOneSentence(start, token),
                let next = view.person(at: token)
            else { return }
            others.append(next)
            mention = next
        }
    }

    /// Over `of France`, `from the Liberals` and brackets.
    private static func skipOrigin(_ token: Int, in view: DocumentView) -> Int {
        var next = token
        if view.is(token, "(") {
            while next < min(token + 14, view.count), !view.is(next, ")") { next += 1 }
            return view.is(next, ")") ? next + 1 : token
        }
        guard view[token].contains(.officePreposition) else { return token }
        next += 1
        if view[next].contains(.article) { next += 1 }
        guard let mention = view.mentionIndex(at: next), view.mentions[mention].type != .person else { return token }
        return view.mentions[mention].tokens.upperBound
    }
}
