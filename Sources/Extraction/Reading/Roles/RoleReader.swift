import Annotation

/// The stage that finds who holds what office, and which nominal mentions and pronouns stand for whom.
package struct RoleReader: ReadingStage {
    package let name = "roles"
    package let reads: Set<ReadingLayer> = [.entities]
    package let adds: Set<ReadingLayer> = [.roles, .coreference]

    package init() {}

    /// Fills `roles`; joins entities that one title shows to be one; adds nominal and pronoun mentions where certain.
    package func read(_ reading: inout Reading) {
        var tagged = TaggedText(reading.text, mentions: reading.mentions)
        let phrases = OfficeFinder(tagged: tagged).find()
        var finder = RoleFinder(tagged, phrases)
        finder.find()
        reading.merge(into: TitleMerging(tagged: tagged, entities: reading.entities).targets(of: finder))
        tagged.mentions = reading.mentions
        finder.tagged = tagged
        let builder = RoleBuilder(tagged: tagged, entities: reading.entities)
        let index = HolderIndex(finder, builder: builder)
        let nominals = NominalFinder(tagged: tagged, finder: finder, index: index, entities: reading.entities).find()
        let pronouns = pronouns(finder, nominals, reading.entities)
        let held = PronounRoles(tagged: tagged, finder: finder).find(pronouns)
        reading.roles = builder.roles(of: finder, nominals: nominals, pronouns: held)
        addMentions(nominals, pronouns, to: &reading)
    }

    private func pronouns(
        _ finder: RoleFinder, _ nominals: [NominalFinder.Nominal], _ entities: [FoundEntity]
    ) -> [(token: Int, entity: Int, confidence: Double)] {
        let focus = Focus(finder, nominals: nominals, entities: entities)
        var pronouns = PronounFinder(
            finder.tagged, people: focus.people, strangers: focus.strangers, genders: focus.genders)
        return pronouns.find()
    }

    private func addMentions(
        _ nominals: [NominalFinder.Nominal], _ pronouns: [(token: Int, entity: Int, confidence: Double)],
        to reading: inout Reading
    ) {
        reading.mentions += nominals.map { nominal in
            FoundMention(
                tokens: nominal.tokens, type: .person, kind: .nominal, entity: nominal.entity,
                confidence: nominal.confidence)
        }
        reading.mentions += pronouns.map { pronoun in
            FoundMention(
                tokens: pronoun.token..<pronoun.token + 1, type: .person, kind: .pronoun, entity: pronoun.entity,
                confidence: pronoun.confidence)
        }
        reading.mentions.sort { one, two in
            (one.tokens.lowerBound, two.tokens.upperBound) < (two.tokens.lowerBound, one.tokens.upperBound)
        }
    }
}
