import Annotation

/// People whose names a mark cuts: a nickname between, the last name first.
enum PersonForms {
    static func apply(to drafts: inout NameDrafts) {
        let view = drafts.view
        for token in 0..<view.count {
            if view.is(token, "(") || QuoteMark(token, in: view.text) != nil { joinNickname(token, &drafts) }
            if view[token].contains(.comma) { joinLastFirst(token, &drafts) }
        }
    }

    // MARK: Nicknames

    /// `Dwayne "The Rock" Johnson`, `Elizabeth (Liz) Truss`.
    private static func joinNickname(_ open: Int, _ drafts: inout NameDrafts) {
        let view = drafts.view
        guard open > 0, drafts.isNameWord(open - 1), view[open - 1].isDisjoint(with: [.officeNoun, .commonPerson]),
            let close = (open + 2..<min(open + 5, view.count)).first(where: { closes($0, open, view) }),
            view.areInOneSentence(open - 1, close), drafts.isNameWord(close + 1),
            (open + 1..<close).allSatisfy({ view[$0].contains(.capital) }), isTight(open, close, view)
        else { return }
        let before = drafts.name(at: open - 1)
        let after = drafts.name(at: close + 1)
        let isFirst = GivenNames.gender(of: view.text.bytes(of: open - 1)) != nil
        guard [before, after].allSatisfy({ $0.map { $0.type == .person && $0.gazetteer == nil } ?? true }),
            before != nil || isFirst || after != nil && !view.is(open, "(") && !view.isSentenceStart(open - 1)
                || after != nil && open - 1 == view.sentence(of: open).lowerBound
        else { return }
        // `the party (GOP) Leader`
        guard view.is(open, "(") == false || close == open + 2 && !isAcronym(open + 1, view) else { return }
        let start = before?.tokens.lowerBound ?? open - 1
        drafts.put(start..<(after?.tokens.upperBound ?? drafts.runEnd(close + 1, limit: 2)), .person)
    }

    private static func closes(_ token: Int, _ open: Int, _ view: DocumentView) -> Bool {
        if view.is(open, "(") { return view.is(token, ")") }
        guard let first = QuoteMark(open, in: view.text), let last = QuoteMark(token, in: view.text) else {
            return false
        }
        return first.family == last.family && last.side != .opening
    }

    /// No white space on the inner sides.
    private static func isTight(_ open: Int, _ close: Int, _ view: DocumentView) -> Bool {
        let tokens = view.text.tokens
        return tokens[open].end == tokens[open + 1].start && tokens[close - 1].end == tokens[close].start
            && tokens[open - 1].end < tokens[open].start && tokens[close].end < tokens[close + 1].start
    }

    private static func isAcronym(_ token: Int, _ view: DocumentView) -> Bool {
        view.text.bytes(of: token).allSatisfy { $0 < 0x61 }
    }

    // MARK: Last name first

    /// `Hartley, Emma, 34,`; in a list parted by semicolons also without an age.
    private static func joinLastFirst(_ comma: Int, _ drafts: inout NameDrafts) {
        let view = drafts.view
        let (last, first) = (comma - 1, comma + 1)
        guard last >= 0, first < view.count, isName(last, drafts), isName(first, drafts),
            view.areInOneSentence(last, first), GivenNames.gender(of: view.text.bytes(of: last)) == nil
        else { return }
        let isInList = view.is(first + 1, ";") || view.is(last - 1, ";")
        let hasAge = view[first + 1].contains(.comma) && view.isAge(min(first + 2, view.count))
        let isGiven = GivenNames.gender(of: view.text.bytes(of: first)) != nil
        guard isInList && (isGiven || isBetween(last, first, view)) || hasAge && isGiven else { return }
        drafts.put(last..<first + 1, .person)
    }

    private static func isBetween(_ last: Int, _ first: Int, _ view: DocumentView) -> Bool {
        view.is(last - 1, ";") && (view.is(first + 1, ";") || view[first + 1].contains(.stop))
    }

    /// One word alone that is a person's name, or no name yet.
    private static func isName(_ token: Int, _ drafts: NameDrafts) -> Bool {
        guard drafts.isNameWord(token) else { return false }
        guard let name = drafts.name(at: token) else { return true }
        return name.tokens.count == 1 && [.person, .location, .organization, .miscellaneous].contains(name.type)
            && Countries.code(forName: drafts.view.text.string(of: token)) == nil
    }
}
