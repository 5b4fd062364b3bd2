import Annotation

/// Settles the types of names that the recogniser was unsure of: by their own words, by the title before them, and by what
/// the rest of the document takes the same words for.
///
/// A place and a person that share a word keep their types.
enum TypeSettling {
    private static let unsure = 0.8

    static func apply(to drafts: inout [NameDraft], text: TokenizedText) {
        for index in drafts.indices where drafts[index].confidence < unsure {
            guard let type = evidentType(of: drafts[index], in: text) else { continue }
            drafts[index].type = type
            drafts[index].subtype = nil
        }
        joinTitled(&drafts, text: text)
        joinLastNames(&drafts, text: text)
        var groups: [String: [Int]] = [:]
        for (index, draft) in drafts.enumerated() {
            groups[draft.words.joined(separator: " "), default: []].append(index)
        }
        for members in groups.values where members.count > 1 { settle(members, in: &drafts) }
    }

    /// What the words of a name or the title before it tell: `Armed Forces of Chad` is no place, `General Okoye` a person.
    private static func evidentType(of draft: NameDraft, in text: TokenizedText) -> EntityType? {
        switch draft.type {
        case .location, .miscellaneous, .product:
            if draft.words.count > 1, OrganizationWords.governmentHeads.contains(head(of: draft)) {
                return .organization
            }
        case .facility:
            // `Prosecutor's Office`: a body, not its house.
            return head(of: draft) == "office" && draft.words.count > 1 ? .organization : nil
        case .organization: break
        default: return nil
        }
        let before = draft.tokens.lowerBound - 1
        guard draft.words.count == 1, !draft.isAcronym, before >= 0, NameTrimming.isTitle(before, in: text),
            Countries.code(forName: draft.words[0]) == nil
        else { return nil }
        return .person
    }

    /// The word that says what the thing is: the one before `of`, or the last.
    private static func head(of draft: NameDraft) -> String {
        let end = draft.words.firstIndex(of: "of") ?? draft.words.count
        return end > 0 ? draft.words[end - 1] : ""
    }

    /// `Interior Minister Anan Paoja`, `Mr Anan Paoja`: two or three words right behind a title are a person.
    private static func joinTitled(_ drafts: inout [NameDraft], text: TokenizedText) {
        for index in drafts.indices {
            let draft = drafts[index]
            guard [.organization, .miscellaneous, .facility].contains(draft.type), draft.gazetteer == nil,
                (2...3).contains(draft.tokens.count), draft.confidence < 0.9,
                draft.words.allSatisfy({
                    !OrganizationWords.heads.contains($0) && !OrganizationWords.function.contains($0)
                        && !OrganizationWords.legalForms.contains($0)
                }), draft.tokens.allSatisfy({ isCapitalized(text.bytes(of: $0)) }),
                followsTitle(draft.tokens.lowerBound, in: text)
            else { continue }
            drafts[index].type = .person
            drafts[index].subtype = nil
        }
    }

    /// A capital and then small letters: no acronym.
    private static func isCapitalized(_ bytes: ArraySlice<UInt8>) -> Bool {
        guard bytes.count > 2, let first = bytes.first, (0x41...0x5A).contains(first) else { return false }
        return bytes.dropFirst().contains { (0x61...0x7A).contains($0) }
    }

    private static func followsTitle(_ token: Int, in text: TokenizedText) -> Bool {
        guard token > 0, isCapitalized(text.bytes(of: token - 1)) else { return false }
        return titles.contains(Folding.fold(text.bytes(of: token - 1)))
    }

    private static let titles: Set<String> = [
        "minister", "president", "senator", "governor", "mayor", "chancellor", "premier", "congressman", "judge",
        "justice", "mr", "mrs", "ms", "dr", "general", "colonel", "captain", "gen", "sen", "gov", "prof", "professor",
    ]

    /// A last name alone that was taken for something else is the person whose full name the document has.
    private static func joinLastNames(_ drafts: inout [NameDraft], text: TokenizedText) {
        var lastNames: Set<String> = []
        for draft in drafts where draft.type == .person && draft.words.count > 1 && draft.confidence >= 0.5 {
            if let last = draft.words.last, last.utf8.count > 2 { lastNames.insert(last) }
        }
        for index in drafts.indices {
            let draft = drafts[index]
            guard draft.type != .person, draft.type != .group, draft.words.count == 1, draft.confidence < unsure,
                lastNames.contains(draft.words[0]), Countries.code(forName: draft.words[0]) == nil,
                !followsPlacePreposition(draft, in: text)
            else { continue }
            drafts[index].type = .person
            drafts[index].subtype = nil
        }
    }

    private static func followsPlacePreposition(_ draft: NameDraft, in text: TokenizedText) -> Bool {
        guard draft.tokens.lowerBound > 0 else { return false }
        return placePrepositions.contains(Folding.fold(text.bytes(of: draft.tokens.lowerBound - 1)))
    }

    private static let placePrepositions: Set<String> = ["in", "at", "near", "from", "into", "outside", "across"]

    private static func settle(_ members: [Int], in drafts: inout [NameDraft]) {
        var weights: [EntityType: Double] = [:]
        for member in members { weights[drafts[member].type, default: 0] += drafts[member].confidence }
        guard weights.count > 1 else { return }
        let ranked = weights.sorted { ($0.value, $0.key.rawValue) > ($1.value, $1.key.rawValue) }
        let best = ranked[0].key
        guard ranked[0].value >= 1.5 * ranked[1].value else { return }
        let subtype = members.first { drafts[$0].type == best }.flatMap { drafts[$0].subtype }
        for member in members where drafts[member].type != best && drafts[member].confidence < unsure {
            if Set([best, drafts[member].type]) == [.person, .location] { continue }
            drafts[member].type = best
            drafts[member].subtype = subtype
        }
    }
}
