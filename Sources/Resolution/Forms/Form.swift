package import Annotation

/// What facts point to: the type and folded best name of an entity within its document, with the part of the evidence that
/// tells homonyms apart. A pure function of the annotation that never changes.
package struct Form: Sendable, Hashable {
    package let type: EntityType
    /// The best name within the document, as `EntityKey.fold` writes it.
    package let folded: String
    /// ISO 3166-1 alpha-2: whose office a person holds, whose an organisation is, where a place lies.
    package let country: String?
    /// The field of a person's office: `government`, `sport`, …
    package let field: String?
    /// The identifier that a user's gazetteer gives: forms of one identifier are one entity.
    package let gazetteer: String?
    /// The evidence as one line, `UA|government|`; empty where there is none.
    package let evidence: String
    /// The 64 bits that name the form for ever: of its type and name where there is no evidence, else of all.
    package let id: UInt64
    /// The 64 bits of the type and name alone.
    package let nameId: UInt64

    package init(
        type: EntityType, folded: String, country: String? = nil, field: String? = nil, gazetteer: String? = nil
    ) {
        self.type = type
        self.folded = folded
        self.country = country
        self.field = field
        self.gazetteer = gazetteer
        let identifier = gazetteer.map { "=" + $0 } ?? ""
        evidence =
            country == nil && field == nil && gazetteer == nil ? "" : "\(country ?? "")|\(field ?? "")|\(identifier)"
        nameId = EntityKey.globalNumber(type: type, folded: folded)
        id = evidence.isEmpty ? nameId : EntityKey.globalNumber(type: type, folded: folded + "\n" + evidence)
    }

    package static func == (left: Form, right: Form) -> Bool {
        left.id == right.id && left.folded.utf8.elementsEqual(right.folded.utf8)
    }

    package func hash(into hasher: inout Hasher) { hasher.combine(id) }

    /// The form that a name and a line of evidence came from.
    package init(type: EntityType, folded: String, evidence: String) {
        let parts = evidence.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false).map(String.init)
        func part(_ index: Int) -> String? {
            parts.indices.contains(index) && !parts[index].isEmpty ? parts[index] : nil
        }
        self.init(
            type: type, folded: folded, country: part(0), field: part(1),
            gazetteer: part(2).map { String($0.dropFirst()) })
    }
}

/// Reads the forms of a document out of its annotation.
package struct FormReader: Sendable {
    private let tables: NameTables

    package init(tables: NameTables) { self.tables = tables }

    /// The form of each entity, in the order of `annotation.entities`.
    package func forms(of annotation: Annotation) -> [Form] {
        var countries: [String: String] = [:]
        var fields: [String: String] = [:]
        let ofEntity = Dictionary(annotation.entities.map { ($0.id, $0.country) }) { first, _ in first }
        for role in annotation.roles {
            let country = role.country ?? role.organization.flatMap { ofEntity[$0] ?? nil }
            if let country, countries[role.holder] == nil { countries[role.holder] = country }
            if fields[role.holder] == nil, let field = tables.offices.field(of: role.office) {
                fields[role.holder] = field
            }
        }
        return annotation.entities.map { form(of: $0, country: countries[$0.id], field: fields[$0.id]) }
    }

    private func form(of entity: Entity, country: String?, field: String?) -> Form {
        let folded = EntityKey.fold(entity.name)
        switch entity.type {
        case .person:
            return Form(
                type: .person, folded: folded, country: country ?? entity.country, field: field,
                gazetteer: entity.gazetteer)
        case .organization, .facility:
            return Form(type: entity.type, folded: folded, country: entity.country, gazetteer: entity.gazetteer)
        case .location:
            let isCountry = tables.countries.code(ofEnglish: folded) != nil || entity.subtype == "country"
            return Form(
                type: .location, folded: folded, country: isCountry ? nil : entity.country, gazetteer: entity.gazetteer)
        default: return Form(type: entity.type, folded: folded, gazetteer: entity.gazetteer)
        }
    }
}
