import Annotation
import Resolution

/// What one annotation adds to the entities across documents; a pure function of the annotation.
struct DocumentFacts {
    /// An entity of the document as the whole database knows it; entities of one document may be one there.
    struct Item {
        var global: Int64
        var type: EntityType
        var folded: String
        var mentions = 0
        /// Names and how often each stands in the text, in order of first appearance.
        var forms: [(name: String, mentions: Int)] = []
        var countries: [String] = []

        mutating func add(form: String, mentions: Int) {
            if let index = forms.firstIndex(where: { $0.name.utf8.elementsEqual(form.utf8) }) {
                forms[index].mentions += mentions
            } else {
                forms.append((form, mentions))
            }
        }
    }

    /// In order of the first mention.
    private(set) var items: [Item] = []
    /// From the ids of the annotation to places in `items`.
    private(set) var places: [String: Int] = [:]

    /// The folded form by which a name is found.
    static func fold(_ name: String) -> String { EntityKey.fold(name) }

    init(_ annotation: Annotation) {
        var byGlobal: [Int64: Int] = [:]
        for entity in annotation.entities {
            let folded = EntityKey.fold(entity.name)
            let global = Int64(bitPattern: EntityKey.globalNumber(type: entity.type, folded: folded))
            let place = byGlobal[global] ?? items.count
            if place == items.count { items.append(Item(global: global, type: entity.type, folded: folded)) }
            byGlobal[global] = place
            places[entity.id] = place
            for name in [entity.name] + entity.aliases { items[place].add(form: name, mentions: 0) }
            if let country = entity.country, !items[place].countries.contains(country) {
                items[place].countries.append(country)
            }
        }
        for mention in annotation.mentions {
            guard let place = places[mention.entity] else { continue }
            items[place].mentions += 1
            // "the minister" and "he" are no names.
            if mention.kind == .name { items[place].add(form: mention.text, mentions: 1) }
        }
    }
}
