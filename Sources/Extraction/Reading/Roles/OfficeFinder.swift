import Annotation

/// Finds the phrases of offices in a text, in order of start, without overlap.
struct OfficeFinder {
    let tagged: TaggedText

    func find() -> [OfficePhrase] {
        var phrases: [OfficePhrase] = []
        var floor = 0
        var token = 0
        while token < tagged.count {
            guard isHead(token), isFree(token) else {
                token += 1
                continue
            }
            let phrase = phrase(around: token, floor: floor)
            token = max(token + 1, phrase.head + 1)
            guard isOffice(phrase) else { continue }
            phrases.append(phrase)
            floor = phrase.tokens.upperBound
            token = max(token, floor)
        }
        return phrases
    }

    /// A word of the lexicon, or one that only the word before makes a head: `chief justice`, `first lady`.
    private func isHead(_ token: Int) -> Bool {
        if tagged[token].contains(.head) { return true }
        if tagged[token].contains(.capitalOnly), tagged.person(at: token + 1) != nil,
            OfficeFinder.smallRanks.contains(tagged.word(token)), tagged.wordOrEmpty(token - 1) != "in"
        {
            return true
        }
        guard let before = OfficeFinder.pairs[tagged.shortWord(token)] else { return false }
        return tagged.wordOrEmpty(token - 1) == before
    }

    /// `by general Bose`: right before a name these are titles in small letters too.
    private static let smallRanks: Set<String> = [
        "general", "captain", "major", "king", "queen", "prince", "princess", "emir", "justice",
    ]
    private static let pairs = ["justice": "chief", "lady": "first"]

    /// A head inside a name is part of the name.
    private func isFree(_ token: Int) -> Bool { tagged.mention(at: token) == nil }

    private func isOffice(_ phrase: OfficePhrase) -> Bool {
        let tags = tagged[phrase.head]
        // `who heads`, `to head`, `will coach`: verbs.
        let before = phrase.tokens.lowerBound - 1
        if tags.contains(.leads), phrase.determiner == .none, !phrase.isSpecific { return false }
        return
            !(phrase.tokens.count == 1 && before >= 0 && !tags.contains(.capital)
            && OfficeFinder.verbs.contains(tagged.word(phrase.head))
            && OfficeFinder.verbMarkers.contains(tagged.word(before)))
    }

    /// Heads that are verbs too: `to head`, `will coach`.
    private static let verbs: Set<String> = [
        "head", "chair", "coach", "captain", "engineer", "judge", "partner", "referee", "umpire", "skipper", "anchor",
        "marshal", "advocate", "lead", "boss", "counsel", "pastor", "champion", "trainer", "patron", "rank", "rule",
        "monitor", "delegate", "regent", "father", "fellow", "chief", "official", "general", "principal",
    ]

    private static let verbMarkers: Set<String> = [
        "to", "will", "would", "can", "could", "should", "may", "might", "not",
    ]

    private func phrase(around first: Int, floor: Int) -> OfficePhrase {
        let head = lastHead(from: first)
        let left = LeftContext(tagged, head: first, floor: floor)
        var right = RightContext(tagged)
        right.extend(after: head)
        let life = (first...head).reduce(into: WordTags()) { $0.formUnion(tagged[$1].intersection(.fieldsOfLife)) }
        let isBare = left.start == first && right.end == head + 1
        return OfficePhrase(
            tokens: left.start..<right.end, head: head, office: left.office..<max(right.office, head + 1),
            start: left.phraseStart, determiner: left.determiner, isPlural: tagged[head].contains(.plural),
            organization: left.organization ?? right.organization, place: left.place ?? right.place,
            isSpecific: !isBare || head > first, looseEnd: max(right.end, right.looseEnd), life: life)
    }

    /// The last head of a run: `chief executive officer`, `secretary general`.
    private func lastHead(from first: Int) -> Int {
        var head = first
        var token = first + 1
        while token < tagged.count, tagged.areInOneSentence(first, token), tagged.mention(at: token) == nil {
            let tags = tagged[token]
            if tags.contains(.postfix), !tags.contains(.head) || !tagged[head].contains(.military) {
                head = token
            } else if isHead(token) {
                // `President General Buhari` has two titles; `inspector general` is one.
                if tags.contains(.military), tags.contains(.capitalOnly), !tagged[head].contains(.rankPrefix) { break }
                if !isRun(from: head, to: token) { break }
                head = token
            } else if tags.isDisjoint(with: [.modifier, .field]) {
                break
            }
            token += 1
        }
        return head
    }

    /// Whether both heads make one office: `chief executive`, `deputy governor`, not `Director Professor`.
    private func isRun(from head: Int, to token: Int) -> Bool {
        if tagged.word(head) == "minister", tagged.word(token).hasPrefix("counsel") { return true }
        return tagged[head].contains(.capital) == tagged[token].contains(.capital)
            && !tagged[head].isDisjoint(with: [.deputy, .modifier, .rankPrefix]) && !tagged[head].contains(.plural)
            || tagged[head].contains(.deputy)
    }
}
