import Annotation

/// Firms named after their partners, and firms that only their neighbours show: `Skadden, Arps & Co.`, `shares of Apple`.
enum CompanyNames {
    static func apply(to drafts: inout NameDrafts) {
        let view = drafts.view
        var firms: Set<UInt64> = []
        for token in 0..<view.count {
            if view.is(token, "&") || view[token].contains(.legalForm), let firm = firm(around: token, drafts) {
                drafts.put(firm, .organization)
                if view[firm.lowerBound + 1].contains(.comma) { firms.insert(view.key(firm.lowerBound)) }
            }
            if view[token].contains(.companyCue), view.is(token + 1, "of") || view.is(token + 1, "in") {
                firms.formUnion(owned(from: token + 2, &drafts))
            }
        }
        if !firms.isEmpty { spread(firms, in: &drafts) }
    }

    /// The whole name of partners that ends in a legal form, or in `&` and the last of three partners or more.
    private static func firm(around token: Int, _ drafts: NameDrafts) -> Range<Int>? {
        let view = drafts.view
        var end = token + 1
        var hasForm = view[token].contains(.legalForm) && view[token].contains(.capital)
        if view.is(token, "&") {
            end = drafts.runEnd(token + 1, limit: 2)
            guard end > token + 1 else { return nil }
            hasForm = view[end - 1].contains(.legalForm)
            guard hasForm || isPartner(token + 1, drafts) else { return nil }
        } else if !hasForm {
            return nil
        }
        if !hasForm, view[end].contains(.legalForm), view[end].contains(.capital) {
            hasForm = true
            end += 1
        }
        let (start, parts, hasComma) = partners(before: token, drafts, hasForm: hasForm)
        guard parts > 2 && hasComma || parts > 1 && hasForm && (view.is(token, "&") || hasComma) else { return nil }
        let firm = start..<end
        // A longer name that the firm would cut stays.
        let isWhole = firm.allSatisfy { place in
            drafts.name(at: place).map { firm.lowerBound <= $0.tokens.lowerBound && $0.tokens.upperBound <= end }
                ?? true
        }
        return isWhole ? firm : nil
    }

    /// Backwards over the partners that `&`, `and` or commas part, the one behind the token among them.
    private static func partners(before token: Int, _ drafts: NameDrafts, hasForm: Bool) -> (
        start: Int, parts: Int, hasComma: Bool
    ) {
        let view = drafts.view
        var start = view.is(token, "&") ? token + 1 : drafts.runStart(token, limit: 3)
        guard start < token || view.is(token, "&") else { return (start, 0, false) }
        var parts = 1
        var hasComma = false
        while parts < 7 {
            var joint = start - 1
            let isComma = view[joint].contains(.comma)
            let isAnd = view[joint].contains(.coordinator)
            guard isAnd && !hasComma && parts == 1 || isComma, view.areInOneSentence(joint, start) else { break }
            if isAnd, view[joint - 1].contains(.comma) { joint -= 1 }
            let first = drafts.runStart(joint, limit: isComma ? 1 : 2)
            guard first < joint, isPartner(first, drafts, mayBeGiven: hasForm), !view[joint - 1].contains(.legalForm)
            else { break }
            hasComma = hasComma || isComma
            start = first
            parts += 1
        }
        return (start, parts, hasComma)
    }

    /// A last name: no acronym, no given name, no office, no country, nothing that a sentence begins with.
    private static func isPartner(_ token: Int, _ drafts: NameDrafts, mayBeGiven: Bool = false) -> Bool {
        let view = drafts.view
        let bytes = view.text.bytes(of: token)
        guard bytes.count > 2, bytes.contains(where: { (0x61...0x7A).contains($0) }), !bytes.contains(0x2D),
            mayBeGiven || GivenNames.gender(of: bytes) == nil
        else { return false }
        return view[token].isDisjoint(with: [.officeNoun, .outletName, .institutionWord, .mediumNoun])
            && Countries.code(forName: view.text.string(of: token)) == nil
            && Countries.code(forDemonym: view.text.string(of: token)) == nil
    }

    /// `shares of Meta and Shell`: the firms that a cue names, by their first words.
    private static func owned(from first: Int, _ drafts: inout NameDrafts) -> [UInt64] {
        let view = drafts.view
        var firms: [UInt64] = []
        var token = first
        while firms.count < 4 {
            let end = drafts.runEnd(token, limit: 4)
            guard end > token, isPartner(token, drafts) else { break }
            if end == token + 1 {
                drafts.put(token..<end, .organization)
                firms.append(view.key(token))
            }
            guard view.is(end, "and") || view[end].contains(.comma) else { break }
            token = end + 1
        }
        return firms
    }

    /// The same word alone elsewhere is the same firm, where a verb, a comma or a possessive follows.
    private static func spread(_ firms: Set<UInt64>, in drafts: inout NameDrafts) {
        let view = drafts.view
        for token in 0..<view.count where firms.contains(view.key(token)) && view[token].contains(.capital) {
            let known = drafts.name(at: token)
            if let known, known.tokens.count > 1 || known.type == .organization { continue }
            guard !drafts.isNameWord(token + 1), known != nil || !drafts.isNameWord(token - 1) else { continue }
            let follows: WordClasses = [
                .comma, .genitive, .speechVerb, .finiteVerb, .preverbal, .boundary, .copula, .stop, .preposition,
                .coordinator,
            ]
            if known != nil || !view[token + 1].isDisjoint(with: follows) {
                drafts.put(token..<token + 1, .organization, confidence: 0.85)
            }
        }
    }
}
