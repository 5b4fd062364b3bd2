import Annotation

/// The stage that finds who holds what office: by name, by a definite noun or a pronoun that coreference has answered.
package struct RoleReader: ReadingStage {
    package let name = "roles"
    package let reads: Set<ReadingLayer> = [.offices, .coreference]
    package let adds: Set<ReadingLayer> = [.roles]

    package init() {}

    package func read(_ reading: inout Reading) {
        guard let offices = reading.offices else { return }
        let pronouns = PronounRoles(view: offices.view, offices: offices).find(reading.mentions)
        reading.roles = RoleBuilder(view: offices.view, entities: reading.entities)
            .roles(of: offices, nominals: nominals(of: offices, in: reading.mentions), pronouns: pronouns)
    }

    /// The phrases of office that are nominal mentions.
    private func nominals(of offices: OfficeHolders, in mentions: [FoundMention]) -> [(phrase: Int, entity: Int)] {
        let phrases = Dictionary(
            offices.phrases.indices.map { (offices.phrases[$0].start, $0) }, uniquingKeysWith: { first, _ in first })
        return mentions.compactMap { mention in
            guard mention.kind == .nominal, let phrase = phrases[mention.tokens.lowerBound],
                offices.phrases[phrase].tokens.upperBound == mention.tokens.upperBound, !offices.isHeld(phrase)
            else { return nil }
            return (phrase, mention.entity)
        }
    }
}
