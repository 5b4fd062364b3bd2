import Annotation

/// Facts in words, for tooltips and lists.
struct FactNames {
    let annotation: Annotation
    /// The place of each entity in the annotation.
    let places: [String: Int]
    private let roles: [String: [Role]]

    init(_ annotation: Annotation) {
        self.annotation = annotation
        let ids = annotation.entities.enumerated().map { ($1.id, $0) }
        places = Dictionary(ids, uniquingKeysWith: { first, _ in first })
        roles = Dictionary(grouping: annotation.roles, by: \.holder)
    }

    func entity(_ id: String?) -> Entity? { id.flatMap { places[$0] }.map { annotation.entities[$0] } }

    /// The best form of an entity's name.
    func name(_ id: String?) -> String? { entity(id)?.name }

    /// `PERSON`, or `LOC, city, PL`.
    func kind(_ entity: Entity) -> String {
        [entity.type.rawValue, entity.subtype, entity.country].compactMap(\.self).joined(separator: ", ")
    }

    /// The offices that the text gives to an entity, each once.
    func offices(_ id: String) -> [String] {
        var offices: [String] = []
        for role in roles[id] ?? [] {
            let office = self.office(role)
            if !offices.contains(office) { offices.append(office) }
        }
        return offices
    }

    /// `Defense Minister, Ukraine`.
    func office(_ role: Role) -> String {
        let of = name(role.organization) ?? role.country
        return of.map { "\(role.office), \($0)" } ?? role.office
    }

    /// Who spoke, and how that is known.
    func speakerNote(_ quote: Quote) -> SpeakerNote { SpeakerNote(quote, speaker: entity(quote.speaker)) }

    /// `1,300,000 reserve officers`.
    func value(_ quantity: Quantity) -> String {
        return [quantity.value.map(Numbers.value), quantity.unit].compactMap(\.self).joined(separator: " ")
    }

    /// What a reader is told who points at a place of the text.
    func tooltip(_ mark: TextMark) -> String? {
        switch mark.kind {
        case .dateline: return nil
        case .quote:
            let quote = annotation.quotes[mark.index]
            return "\(quote.kind.rawValue) quotation: \(speakerNote(quote).line)"
        case .role:
            let role = annotation.roles[mark.index]
            return "\(office(role)): \(name(role.holder) ?? role.holder)"
        case .source:
            return "source: \(name(annotation.sources[mark.index].entity) ?? annotation.sources[mark.index].text)"
        case .quantity:
            let quantity = annotation.quantities[mark.index]
            return "\(quantity.kind.rawValue): \(value(quantity))"
        case .date:
            let date = annotation.dates[mark.index]
            let words = DateInWords.of(date.resolved ?? date.value, repeated: date.type == .set)
            let values = date.value + (date.resolved.map { " = \($0)" } ?? "")
            return "\(words ?? date.type.rawValue) (\(values))"
        case .mention:
            let mention = annotation.mentions[mark.index]
            guard let entity = entity(mention.entity) else { return mention.type.rawValue }
            return ([entity.name, kind(entity)] + offices(entity.id)).joined(separator: " · ")
        }
    }
}
