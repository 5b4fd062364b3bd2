import Annotation

/// The stage that makes entities of the recognised names: which mentions of a document mean the same.
package struct EntityReader: ReadingStage {
    package let name = "entities"
    package let reads: Set<ReadingLayer> = [.names]
    package let adds: Set<ReadingLayer> = [.entities]

    package init() {}

    /// Fills `mentions` and `entities` from `names`. Time is linear in the number of names.
    package func read(_ reading: inout Reading) {
        let text = reading.text
        var drafts = reading.names.compactMap { NameDraft($0, in: text) }
        TypeSettling.apply(to: &drafts, text: text)
        drafts += LastNames(drafts, in: text).missed()
        drafts.sort { $0.tokens.lowerBound < $1.tokens.lowerBound }
        var countries = CountryWords()
        let around = EntityReader.countriesBefore(drafts, text: text, countries: &countries)
        let forms = NameForms(drafts, countries: around, text: text)
        var partition = Partition(count: forms.forms.count)
        link(forms, drafts, text: text, countries: &countries, into: &partition)
        let builder = EntityBuilder(text: text, drafts: drafts, forms: forms)
        let built = builder.build(&partition, countries: &countries)
        reading.entities = built.entities
        reading.mentions = drafts.indices.map { index in
            FoundMention(
                tokens: drafts[index].tokens, type: drafts[index].type, subtype: drafts[index].subtype, kind: .name,
                entity: built.of[index], confidence: drafts[index].confidence)
        }
    }

    private func link(
        _ forms: NameForms, _ drafts: [NameDraft], text: TokenizedText, countries: inout CountryWords,
        into partition: inout Partition
    ) {
        var people = PersonLinker(forms.forms)
        people.link(into: &partition)
        PlaceLinker(forms.forms).link(countries: &countries, into: &partition)
        let brackets = EntityReader.brackets(drafts, forms: forms, text: text)
        for type in [EntityType.organization, .facility, .event, .product, .miscellaneous] {
            var bodies = BodyLinker(forms.forms, type: type, countries: &countries)
            bodies.link(brackets.filter { forms.forms[$0.long].type == type }, into: &partition)
        }
        linkGazetteer(drafts, forms: forms, into: &partition)
    }

    /// What a user's gazetteer gives one identifier is one entity.
    private func linkGazetteer(_ drafts: [NameDraft], forms: NameForms, into partition: inout Partition) {
        var known: [String: Int] = [:]
        for (index, draft) in drafts.enumerated() {
            guard let identifier = draft.gazetteer else { continue }
            let key = "\(draft.type.rawValue) \(identifier)"
            let form = forms.formOfDraft[index]
            if let other = known[key] { partition.join(other, form) } else { known[key] = form }
        }
    }

    /// Names with another of the same type in brackets right behind, one of them an acronym.
    private static func brackets(
        _ drafts: [NameDraft], forms: NameForms, text: TokenizedText
    ) -> [(long: Int, acronym: Int)] {
        var pairs: [(long: Int, acronym: Int)] = []
        for index in drafts.indices.dropLast() {
            let (one, two) = (drafts[index], drafts[index + 1])
            let open = one.tokens.upperBound
            guard two.tokens.lowerBound == open + 1, text.bytes(of: open).elementsEqual([0x28]), one.type == two.type,
                two.tokens.upperBound < text.tokens.count, text.bytes(of: two.tokens.upperBound).first == 0x29
            else { continue }
            let (first, second) = (forms.formOfDraft[index], forms.formOfDraft[index + 1])
            if two.isAcronym { pairs.append((first, second)) } else if one.isAcronym { pairs.append((second, first)) }
        }
        return pairs
    }

    /// The country that stands before a name with the head of a state's body: `Poland's Defence Ministry`.
    private static func countriesBefore(
        _ drafts: [NameDraft], text: TokenizedText, countries: inout CountryWords
    ) -> [String?] {
        var result = [String?](repeating: nil, count: drafts.count)
        for index in drafts.indices.dropFirst() {
            let (before, draft) = (drafts[index - 1], drafts[index])
            guard draft.type == .organization, before.type == .location || before.type == .group,
                draft.words.contains(where: OrganizationWords.governmentHeads.contains),
                draft.tokens.lowerBound - before.tokens.upperBound
                    == (draft.tokens.lowerBound > before.tokens.upperBound ? 1 : 0)
            else { continue }
            if draft.tokens.lowerBound > before.tokens.upperBound {
                let between = text.bytes(of: before.tokens.upperBound)
                guard between.first == 0x27 || between.first == 0xE2 else { continue }
            }
            result[index] =
                Countries.code(forName: text.string(of: before.tokens))
                ?? countries.code(before.words.joined(separator: " "))
        }
        return result
    }
}
