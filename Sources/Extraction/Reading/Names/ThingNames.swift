import Annotation

/// Vessels, storms, seats of power, peoples, and weekdays that are no names.
enum ThingNames {
    static func apply(to drafts: inout NameDrafts) {
        let view = drafts.view
        for token in 0..<view.count {
            let word = view[token]
            if word.contains(.capital) {
                if word.contains(.seatOfPower) { retype(token, .organization, &drafts) }
                if word.contains(.partyMember) { retype(token, .group, &drafts) }
                if word.contains(.vesselPrefix) { putVessel(token, from: token, &drafts) }
                if word.contains(.stormNoun) { putStorm(token, &drafts) }
                if word.contains(.calendar) { dropDate(token, &drafts) }
            } else if word.contains(.vesselNoun) {
                putVessel(token, from: token + 1, &drafts)
            }
        }
    }

    /// One word alone is what its class says; inside a longer name it is a part of that.
    private static func retype(_ token: Int, _ type: EntityType, _ drafts: inout NameDrafts) {
        if let name = drafts.name(at: token) {
            guard name.tokens.count == 1, name.type != type, name.type != .organization else { return }
        } else if drafts.view.isSentenceStart(token), type == .group {
            return
        }
        drafts.put(token..<token + 1, type)
    }

    /// `HMS Daring`, `the tanker Sea Horizon`.
    private static func putVessel(_ cue: Int, from start: Int, _ drafts: inout NameDrafts) {
        let view = drafts.view
        let isPrefix = start == cue
        let first = cue + 1
        // `the yacht Lady Ann`
        let opening = !isPrefix && view[first].contains(.honorific) ? first + 1 : first
        let end = drafts.runEnd(opening, limit: 3)
        guard end > opening, view.areInOneSentence(cue, first), !view[end].contains(.genitive) else { return }
        if isPrefix {
            // `MV Rao` may be a person's initials.
            guard view.text.bytes(of: cue).allSatisfy({ $0 < 0x61 }),
                view.text.tokens[cue].count > 2 || view.is(cue - 1, "the") || view[cue - 1].contains(.vesselNoun)
            else { return }
        } else {
            let text = view.text.string(of: first)
            // `the ferry operator Acme`, `the tanker Iran seized`
            guard view[first].isDisjoint(with: [.officeNoun, .outletName]),
                !view.is(cue, "carrier") || view.is(cue - 1, "aircraft"), Countries.code(forName: text) == nil,
                Countries.code(forDemonym: text) == nil, view[first - 2].isDisjoint(with: [.preposition])
            else { return }
            if let name = drafts.name(at: first), name.confidence > 0.97, name.type == .location { return }
        }
        drafts.put(start..<end, .product)
    }

    /// `Typhoon Nanmadol`, `Tropical Storm Ian`.
    private static func putStorm(_ noun: Int, _ drafts: inout NameDrafts) {
        let view = drafts.view
        guard drafts.isNameWord(noun + 1), view.areInOneSentence(noun, noun + 1), !drafts.isNameWord(noun + 2) else {
            return
        }
        let isPart = drafts.name(at: noun).map { $0.tokens.count > 2 } ?? false
        guard !isPart else { return }
        let start = view.is(noun - 1, "tropical") && view[noun - 1].contains(.capital) ? noun - 1 : noun
        drafts.put(start..<noun + 2, .event)
    }

    /// `Monday`, `Dec 5`: no name, unless it is a person's or an organisation's.
    private static func dropDate(_ token: Int, _ drafts: inout NameDrafts) {
        guard let name = drafts.name(at: token), [.miscellaneous, .event, .location].contains(name.type),
            name.tokens.allSatisfy({ !drafts.view[$0].isDisjoint(with: [.calendar, .digit, .comma]) })
        else { return }
        drafts.remove(at: token)
    }
}
