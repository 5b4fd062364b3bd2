import Annotation

/// Finds the phrases of offices in a text, in order of start, without overlap.
struct OfficeFinder {
    let view: DocumentView

    func find() -> [OfficePhrase] {
        var phrases: [OfficePhrase] = []
        var floor = 0
        var token = 0
        while token < view.count {
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
        if view[token].contains(.officeNoun) { return true }
        if view[token].contains(.capitalOnly), view.person(at: token + 1) != nil,
            OfficeFinder.smallRanks.contains(view.word(token)), !view.is(token - 1, "in")
        {
            return true
        }
        guard let before = OfficeFinder.pairs[view.shortWord(token)] else { return false }
        return view.word(token - 1) == before
    }

    /// `by general Bose`: right before a name these are titles in small letters too.
    private static let smallRanks: Set<String> = [
        "general", "captain", "major", "king", "queen", "prince", "princess", "emir", "justice",
    ]
    private static let pairs = ["justice": "chief", "lady": "first"]

    /// A head inside a name is part of the name.
    private func isFree(_ token: Int) -> Bool { view.mentionIndex(at: token) == nil }

    private func isOffice(_ phrase: OfficePhrase) -> Bool {
        let tags = view[phrase.head]
        // `who heads`, `to head`, `will coach`: verbs.
        let before = phrase.tokens.lowerBound - 1
        if tags.contains(.leadingVerb), phrase.determiner == .none, !phrase.isSpecific { return false }
        return
            !(phrase.tokens.count == 1 && before >= 0 && !tags.contains(.capital)
            && OfficeFinder.verbs.contains(view.word(phrase.head))
            && OfficeFinder.verbMarkers.contains(view.word(before)))
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
        let left = LeftContext(view, head: first, floor: floor)
        var right = RightContext(view)
        right.extend(after: head)
        let domains = (first...head).reduce(into: WordClasses()) { $0.formUnion(view[$1].intersection(.domains)) }
        let isBare = left.start == first && right.end == head + 1
        return OfficePhrase(
            tokens: left.start..<right.end, head: head, office: left.office..<max(right.office, head + 1),
            start: left.phraseStart, determiner: left.determiner, isPlural: view[head].contains(.plural),
            organization: left.organization ?? right.organization, place: left.place ?? right.place,
            isSpecific: !isBare || head > first, looseEnd: max(right.end, right.looseEnd), domains: domains)
    }

    /// The last head of a run: `chief executive officer`, `secretary general`.
    private func lastHead(from first: Int) -> Int {
        var head = first
        var token = first + 1
        while token < view.count, view.areInOneSentence(first, token), view.mentionIndex(at: token) == nil {
            let tags = view[token]
            if tags.contains(.officePostfix), !tags.contains(.officeNoun) || !view[head].contains(.military) {
                head = token
            } else if isHead(token) {
                // `President General Buhari` has two titles; `inspector general` is one.
                if tags.contains(.military), tags.contains(.capitalOnly), !view[head].contains(.rankPrefix) { break }
                if !isRun(from: head, to: token) { break }
                head = token
            } else if tags.isDisjoint(with: [.officeModifier, .officeField]) {
                break
            }
            token += 1
        }
        return head
    }

    /// Whether both heads make one office: `chief executive`, `deputy governor`, not `Director Professor`.
    private func isRun(from head: Int, to token: Int) -> Bool {
        if view.is(head, "minister"), view.word(token).hasPrefix("counsel") { return true }
        return view[head].contains(.capital) == view[token].contains(.capital)
            && !view[head].isDisjoint(with: [.deputyOffice, .officeModifier, .rankPrefix])
            && !view[head].contains(.plural)
            || view[head].contains(.deputyOffice)
    }
}
