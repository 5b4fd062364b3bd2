import Annotation

/// What belongs to an office behind its head: `of the Armed Forces of Ukraine`, `for Finance and Planning`.
struct RightContext {
    private(set) var end = 0
    /// The end of the words of the office itself: of-phrases that are no names belong to them.
    private(set) var office = 0
    private(set) var looseEnd = 0
    private(set) var organization: Int?
    private(set) var place: Int?
    private let view: DocumentView
    private static let maximum = 24

    init(_ view: DocumentView) { self.view = view }

    mutating func extend(after head: Int) {
        end = head + 1
        office = end
        looseEnd = end
        var token = end
        while token < view.count, view.areInOneSentence(head, token), token - head < Self.maximum {
            guard isLink(token, head: head), let next = complement(from: token + 1, head: head) else { return }
            token = next
        }
    }

    /// `of` before all; `for`, `at`, `in` and `on` before a name or field; `to` for who is sent or who advises.
    private func isLink(_ token: Int, head: Int) -> Bool {
        guard view[token].contains(.officePreposition) else { return false }
        switch view.word(token) {
        case "of": return true
        case "to":
            guard view[head].contains(.diplomatic) || RightContext.attached.contains(view.word(head)) else {
                return false
            }
        case "for", "at", "in", "on": break
        default: return false
        }
        var next = token + 1
        while !view[next].isDisjoint(with: [.article, .determiner]) { next += 1 }
        return view.mentionIndex(at: next) != nil || isStrong(next)
    }

    private static let attached: Set<String> = [
        "adviser", "advisor", "secretary", "assistant", "candidate", "delegate", "representative", "counsel",
        "rapporteur",
    ]

    /// Reads one noun phrase; gives the token after it, or nil where none begins here.
    private mutating func complement(from first: Int, head: Int) -> Int? {
        let isOf = view.is(first - 1, "of")
        var token = first
        while !view[token].isDisjoint(with: [.article, .indefinite, .determiner]) { token += 1 }
        let begin = token
        var loose = 0
        while token < view.count, view.areInOneSentence(head, token), token - head < Self.maximum {
            if let mention = view.mentionIndex(at: token) {
                let found = view.mentions[mention]
                if found.type == .person { break }
                take(found, mention)
                token = found.tokens.upperBound
                end = token
                loose = 0
            } else if isStrong(token) {
                token += 1
                end = token
                if organization == nil, place == nil { office = end }
                loose = 0
            } else if view[token].contains(.genitive), end == token {
                token += 1
            } else if let next = joint(token, from: begin) {
                token = next
            } else if isOf, loose < 5, isLoose(token) {
                token += 1
                loose += 1
                looseEnd = token
                if end < begin { settleCommon(token) }
            } else {
                break
            }
        }
        return end > begin || looseEnd > begin ? token : nil
    }

    /// `head of the delegation`: a common noun is the complement where there is no name.
    private mutating func settleCommon(_ token: Int) {
        end = token
        if organization == nil, place == nil { office = end }
    }

    private mutating func take(_ found: FoundMention, _ mention: Int) {
        switch found.type {
        case .location, .group: if place == nil { place = mention }
        default: if organization == nil { organization = mention }
        }
    }

    private func isStrong(_ token: Int) -> Bool {
        let tags = view[token]
        guard tags.contains(.word), !isRankOfPerson(token) else { return false }
        if tags.contains(.officeField) || tags.contains(.officeModifier) {
            return tags.isDisjoint(with: [.boundary, .officeState])
        }
        return tags.contains(.capital) && view.text.tokens[token].count > 1
            && tags.isDisjoint(with: OfficePhrase.noPart.union([.officeState]))
    }

    /// `General` in `Chief of Police General Vargas`: the title of whoever is named next.
    private func isRankOfPerson(_ token: Int) -> Bool {
        if view[token - 1].contains(.officePreposition) { return false }
        var next = token
        while next < token + 3, view[next].contains(.officeNoun), view[next].contains(.capital),
            view.mentionIndex(at: next) == nil
        {
            next += 1
        }
        return next > token && view.person(at: next) != nil
    }

    private func isLoose(_ token: Int) -> Bool {
        let tags = view[token]
        return tags.contains(.word)
            && tags.isDisjoint(with: OfficePhrase.noPart.union([.capital, .officeState, .officeEpithet]))
    }

    /// `and` or a comma between the parts of one complement; brackets round an acronym.
    private mutating func joint(_ token: Int, from begin: Int) -> Int? {
        guard token > begin, end == token else { return nil }
        if view.is(token, "("), let mention = view.mentionIndex(at: token + 1),
            view.mentions[mention].type != .person
        {
            let close = view.mentions[mention].tokens.upperBound
            guard view.is(close, ")") else { return nil }
            end = close + 1
            return end
        }
        if view[token].contains(.coordinator) { return isPart(token + 1) ? token + 1 : nil }
        guard view[token].contains(.comma), view[token - 1].contains(.officeField),
            view[token + 1].contains(.officeField)
        else {
            return nil
        }
        for next in token + 2..<token + 6 where view[next].contains(.coordinator) {
            return isPart(next + 1) && view[next + 1].contains(.officeField) ? token + 1 : nil
        }
        return nil
    }

    /// Whether a part of the same complement begins here, and not another office: `of Chile and current UN envoy`.
    private func isPart(_ token: Int) -> Bool {
        if view[token].contains(.article) { return false }
        var next = token
        while next < token + 6, view.areInOneSentence(token, next) {
            if let mention = view.mentionIndex(at: next) {
                if view.mentions[mention].type == .person {
                    return next > token && !view[next - 1].contains(.officeNoun)
                }
                next = view.mentions[mention].tokens.upperBound
                continue
            }
            if view[next].contains(.officeNoun) { return false }
            guard isStrong(next) else { break }
            next += 1
        }
        return next > token
    }
}
