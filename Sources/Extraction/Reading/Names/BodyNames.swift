import Annotation

/// Organisations: ministries of several fields, a first word that was left out, a short form in brackets, al- groups; and
/// events with their year.
enum BodyNames {
    static func apply(to drafts: inout NameDrafts) {
        let view = drafts.view
        var short: [UInt64: EntityType] = [:]
        for name in drafts.all.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) where name.gazetteer == nil {
            switch name.type {
            case .organization, .facility:
                if let token = shortForm(of: name, drafts) { short[view.key(token)] = name.type }
                extend(name, &drafts)
            case .event:
                let year = name.tokens.lowerBound - 1
                if isYear(year, view) { drafts.put(year..<name.tokens.upperBound, .event, confidence: name.confidence) }
            default: break
            }
        }
        if !short.isEmpty { putShortForms(short, &drafts) }
        putGroups(&drafts)
    }

    private static func isYear(_ token: Int, _ view: DocumentView) -> Bool {
        guard token >= 0, view.areInOneSentence(token, token + 1) else { return false }
        let bytes = view.text.bytes(of: token)
        return bytes.count == 4 && bytes.allSatisfy { (0x30...0x39).contains($0) }
            && (bytes.first == 0x31 || bytes.first == 0x32)
    }

    // MARK: Longer names

    private static func extend(_ name: RecognizedName, _ drafts: inout NameDrafts) {
        let view = drafts.view
        var (start, end) = (name.tokens.lowerBound, name.tokens.upperBound)
        // `International` before `Peace Support Training Centre`
        if start > 0, view[start - 1].contains(.nameModifier), view[start - 1].contains(.capital),
            drafts.name(at: start - 1) == nil, view.areInOneSentence(start - 1, start), name.tokens.count > 1
        {
            start -= 1
        }
        if isMinistry(name.tokens, view) { end = fieldsEnd(end, drafts) }
        guard start < name.tokens.lowerBound || end > name.tokens.upperBound else { return }
        drafts.put(start..<end, name.type, confidence: name.confidence)
    }

    private static func isMinistry(_ tokens: Range<Int>, _ view: DocumentView) -> Bool {
        let heads =
            ["ministry", "department", "secretariat", "committee", "commission", "directorate"] as [StaticString]
        guard view.is(tokens.lowerBound + 1, "of") || view.is(tokens.lowerBound + 1, "for") else { return false }
        return heads.contains { view.is(tokens.lowerBound, $0) } && view[tokens.upperBound - 1].contains(.officeField)
    }

    /// Over `, Employment and Social Security` behind a ministry's name; the name's own end where no `and` closes the list.
    private static func fieldsEnd(_ first: Int, _ drafts: NameDrafts) -> Int {
        let view = drafts.view
        var joint = first
        while joint - first < 16, view.areInOneSentence(first - 1, joint) {
            let isComma = view[joint].contains(.comma)
            let isAnd = view[joint].contains(.coordinator) || isComma && view[joint + 1].contains(.coordinator)
            let next = joint + (isAnd && isComma ? 2 : 1)
            guard isComma || isAnd, view[next].contains(.officeField) || isField(next, view) else { return first }
            let run = drafts.runEnd(next, limit: 3)
            guard run > next else { return first }
            if isAnd { return run }
            joint = run
        }
        return first
    }

    private static func isField(_ token: Int, _ view: DocumentView) -> Bool {
        view[token].contains(.capital) && view[token + 1].contains(.officeField) && view[token + 1].contains(.capital)
    }

    // MARK: Short forms

    /// `Lakeside Friends University College (Lafuco)`: what stands in the brackets and begins with the same letter.
    private static func shortForm(of name: RecognizedName, _ drafts: NameDrafts) -> Int? {
        let view = drafts.view
        let open = name.tokens.upperBound
        guard name.tokens.count > 1, view.is(open, "("), view.is(open + 2, ")"), drafts.isNameWord(open + 1),
            drafts.name(at: open + 1)?.tokens.count ?? 1 == 1
        else { return nil }
        let first = view.text.bytes(of: name.tokens.lowerBound).first
        return view.text.bytes(of: open + 1).first == first ? open + 1 : nil
    }

    /// The same body wherever the text has the short form.
    private static func putShortForms(_ short: [UInt64: EntityType], _ drafts: inout NameDrafts) {
        for token in 0..<drafts.view.count where drafts.view[token].contains(.capital) {
            guard let type = short[drafts.view.key(token)], drafts.name(at: token)?.tokens.count ?? 1 == 1 else {
                continue
            }
            drafts.put(token..<token + 1, type)
        }
    }

    // MARK: al- groups

    /// `al-Shabaab`: a body, unless it is the last name of a person or stands where a place does.
    private static func putGroups(_ drafts: inout NameDrafts) {
        let view = drafts.view
        var people: Set<UInt64> = []
        var tokens: [Int] = []
        for token in 0..<view.count where isArabic(token, view) {
            if let name = drafts.name(at: token) {
                if name.type == .person { people.insert(view.key(token)) }
            } else {
                tokens.append(token)
            }
        }
        guard !tokens.isEmpty else { return }
        for name in drafts.all where name.type == .person { people.insert(view.key(name.tokens.upperBound - 1)) }
        let places = Set(tokens.filter { isPlace($0, view) }.map(view.key))
        let bodies = Set(tokens.filter { isBody($0, view) }.map(view.key))
        for token in tokens {
            let key = view.key(token)
            if people.contains(key) {
                drafts.put(token..<token + 1, .person, confidence: 0.8)
            } else if bodies.contains(key), !places.contains(key) || isBody(token, view) {
                drafts.put(token..<token + 1, .organization, confidence: 0.8)
            }
        }
    }

    private static func isArabic(_ token: Int, _ view: DocumentView) -> Bool {
        let bytes = view.text.bytes(of: token)
        guard bytes.count > 4 else { return false }
        return bytes.prefix(3).elementsEqual("al-".utf8) && Lexeme.isCapital(bytes.dropFirst(3))
    }

    /// `the group al-Shabaab`, `al-Shabaab fighters`.
    private static func isBody(_ token: Int, _ view: DocumentView) -> Bool {
        view[token - 1].contains(.groupNoun) || view[token + 1].contains(.groupNoun)
    }

    private static func isPlace(_ token: Int, _ view: DocumentView) -> Bool {
        ["in", "at", "near", "to", "from", "outside"].contains { view.is(token - 1, $0) }
    }
}
