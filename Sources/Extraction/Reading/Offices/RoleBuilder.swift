import Annotation

/// Makes roles of the holders that were found.
struct RoleBuilder {
    let view: DocumentView
    let entities: [FoundEntity]

    /// A nominal mention gives a role where it names a country or body, or says in more than one word what no role of
    /// the holder says yet.
    func roles(
        of finder: OfficeHolders, nominals: [(phrase: Int, entity: Int)], pronouns: [(phrase: Int, entity: Int)]
    ) -> [FoundRole] {
        var held = finder.holders.map {
            role(of: finder.phrases[$0.phrase], holder: view.mentions[$0.mention].entity)
        }
        held += pronouns.map { role(of: finder.phrases[$0.phrase], holder: $0.entity) }
        let verbal = finder.verbal.map { found in
            FoundRole(
                holder: view.mentions[found.mention].entity, office: view.text.string(of: found.tokens.lowerBound),
                organization: found.organization.map { view.mentions[$0].entity },
                country: country(organization: found.organization, place: nil), tokens: found.tokens)
        }
        var known = Set(held.map(RoleBuilder.key))
        for nominal in nominals {
            let phrase = finder.phrases[nominal.phrase]
            let role = role(of: phrase, holder: nominal.entity)
            let isNew = known.insert(RoleBuilder.key(role)).inserted
            if phrase.organization != nil || phrase.place != nil || (isNew && phrase.office.count > 1) {
                held.append(role)
            }
        }
        return (held + verbal).sorted { ($0.tokens.lowerBound, $0.holder) < ($1.tokens.lowerBound, $1.holder) }
    }

    private static func key(_ role: FoundRole) -> String {
        "\(role.holder) \(Folding.fold(Array(role.office.utf8)))"
    }

    /// - Parameter holder: an entity.
    func role(of phrase: OfficePhrase, holder: Int) -> FoundRole {
        FoundRole(
            holder: holder, office: office(of: phrase),
            organization: phrase.organization.map { view.mentions[$0].entity },
            country: country(organization: phrase.organization, place: phrase.place), tokens: phrase.tokens)
    }

    /// The words of the office without the names before and behind.
    private func office(of phrase: OfficePhrase) -> String {
        EntityBuilder.singleSpaced(view.text.string(of: phrase.office))
    }

    private func country(organization: Int?, place: Int?) -> String? {
        if let place, let code = entities[view.mentions[place].entity].country { return code }
        return organization.flatMap { entities[view.mentions[$0].entity].country }
    }
}
