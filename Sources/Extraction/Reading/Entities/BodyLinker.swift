import Annotation

/// Joins the forms of one organisation, facility, event or product within a document: word order, country, acronym,
/// short form.
struct BodyLinker {
    private let forms: [NameForm]
    private let members: [Int]
    private let signatures: [Int: NameSignature]
    private var byContent: [String: [Int]] = [:]
    private var byWord: [String: [Int]] = [:]
    private var byInitials: [String: [Int]] = [:]
    private static let limit = 16

    /// - Parameter type: only forms of this type are joined.
    init(_ forms: [NameForm], type: EntityType, countries: inout CountryWords) {
        self.forms = forms
        members = forms.indices.filter { forms[$0].type == type }
        var signatures: [Int: NameSignature] = [:]
        for member in members { signatures[member] = NameSignature(forms[member], countries: &countries) }
        self.signatures = signatures
    }

    mutating func link(_ brackets: [(long: Int, acronym: Int)], into partition: inout Partition) {
        linkSignatures(into: &partition)
        for pair in brackets where Acronyms.fits(forms[pair.acronym].words.joined(), forms[pair.long].words) {
            partition.join(pair.long, pair.acronym)
        }
        linkAcronyms(into: &partition)
        linkWithoutCountry(into: &partition)
        linkShortForms(into: &partition)
    }

    private mutating func linkSignatures(into partition: inout Partition) {
        var byKey: [String: Int] = [:]
        for member in members {
            guard let signature = signatures[member] else { continue }
            if let other = byKey[signature.key] { partition.join(other, member) } else { byKey[signature.key] = member }
            Self.add(member, under: signature.contentKey, to: &byContent)
            for word in Set(signature.content) { Self.add(member, under: word, to: &byWord) }
            for word in OrganizationWords.knownHeads[forms[member].words.joined()] ?? [] {
                Self.add(member, under: word, to: &byWord)
            }
            for initials in Acronyms.candidates(for: forms[member].words, content: signature.content) {
                Self.add(member, under: initials, to: &byInitials)
            }
        }
    }

    // Static, since a method that reads `self` would hold a copy of the index that it changes.
    private static func add(_ form: Int, under word: String, to index: inout [String: [Int]]) {
        guard index[word]?.count ?? 0 < limit else { return }
        index[word, default: []].append(form)
    }

    private func linkAcronyms(into partition: inout Partition) {
        for member in members where forms[member].isAcronym {
            let candidates = (byInitials[forms[member].words.joined()] ?? []).filter { $0 != member }
            if let only = single(candidates, in: &partition) { partition.join(only, member) }
        }
    }

    /// `Ministry of Defense` is that of Ukraine where the document has no other.
    private func linkWithoutCountry(into partition: inout Partition) {
        for member in members {
            guard let signature = signatures[member], signature.countries.isEmpty, !signature.content.isEmpty else {
                continue
            }
            let candidates = (byContent[signature.contentKey] ?? []).filter { $0 != member }
            if let only = single(candidates, in: &partition) { partition.join(only, member) }
        }
    }

    // MARK: Short forms

    private func linkShortForms(into partition: inout Partition) {
        for member in members {
            guard let signature = signatures[member], signature.countries.isEmpty, let word = signature.content.first,
                !forms[member].isAcronym
            else { continue }
            let longer = (byWord[word] ?? []).filter { $0 != member && isLonger($0, than: member, signature) }
            let fitting =
                signature.isGeneric
                ? longer.filter { forms[member].isDefinite || !knownHead($0, word) }
                : longer.filter { isBeginning(member, of: $0) || isEventPart(signature, member) }
            if let only = single(fitting, in: &partition) { partition.join(only, member) }
        }
    }

    private func isLonger(_ other: Int, than member: Int, _ signature: NameSignature) -> Bool {
        guard let long = signatures[other] else { return false }
        if knownHead(other, signature.content[0]) { return signature.content.count == 1 }
        return long.content.count + long.countries.count > signature.content.count
            && Set(signature.content).isSubset(of: long.content)
    }

    private func knownHead(_ other: Int, _ word: String) -> Bool {
        OrganizationWords.knownHeads[forms[other].words.joined()]?.contains(word) ?? false
    }

    /// The first words of a longer name, not cut before `of`: `Samsung` of `Samsung Electronics`.
    private func isBeginning(_ member: Int, of other: Int) -> Bool {
        let short = forms[member].words
        let long = forms[other].words
        return long.count > short.count && long.starts(with: short)
            && !OrganizationWords.function.contains(long[short.count])
            && !long[short.count...].contains(where: OrganizationWords.partHeads.contains)
    }

    /// `2019 Gold Cup` of `2019 Concacaf Gold Cup`.
    private func isEventPart(_ signature: NameSignature, _ member: Int) -> Bool {
        forms[member].type == .event && signature.content.count > 1
    }

    /// The one set that all candidates are in.
    private func single(_ candidates: [Int], in partition: inout Partition) -> Int? {
        guard let first = candidates.first.map({ partition.root($0) }) else { return nil }
        return candidates.allSatisfy { partition.root($0) == first } ? first : nil
    }
}
