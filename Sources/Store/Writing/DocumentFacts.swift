import Annotation
import Resolution

/// What one annotation adds to the entities across documents; a pure function of the annotation.
struct DocumentFacts {
    /// An entity of the document as the whole database knows it; entities of one document may be one there.
    struct Item {
        var global: Int64
        var type: EntityType
        var folded: String
        /// The line of evidence of the form.
        var evidence = ""
        var mentions = 0
        /// Names and how often each stands in the text, in order of first appearance.
        private(set) var forms: [(name: String, mentions: Int)] = []
        private(set) var countries: [String] = []
        /// From the bytes of a name to its place in `forms`: Swift's strings take composed and decomposed letters for
        /// equal, the file does not.
        private var places: [[UInt8]: Int] = [:]
        private var knownCountries: Set<String> = []

        init(global: Int64, type: EntityType, folded: String, evidence: String = "") {
            self.global = global
            self.type = type
            self.folded = folded
            self.evidence = evidence
        }

        /// The form that the resolver knows.
        var form: Form { Form(type: type, folded: folded, evidence: evidence) }

        mutating func add(form: String, mentions: Int) {
            let place = places[Array(form.utf8), default: forms.count]
            if place == forms.count {
                places[Array(form.utf8)] = place
                forms.append((form, 0))
            }
            forms[place].mentions += mentions
        }

        mutating func add(country: String) {
            if knownCountries.insert(country).inserted { countries.append(country) }
        }
    }

    /// In order of the first mention.
    private(set) var items: [Item] = []
    /// From the ids of the annotation to places in `items`.
    private(set) var places: [String: Int] = [:]

    /// The folded form by which a name is found.
    static func fold(_ name: String) -> String { EntityKey.fold(name) }

    init(_ annotation: Annotation) throws {
        var byGlobal: [Int64: Int] = [:]
        let forms = try NameResolution.shipped().reader.forms(of: annotation)
        for (entity, form) in zip(annotation.entities, forms) {
            let global = Int64(bitPattern: form.id)
            let place = byGlobal[global] ?? items.count
            if place == items.count {
                items.append(Item(global: global, type: form.type, folded: form.folded, evidence: form.evidence))
            }
            byGlobal[global] = place
            places[entity.id] = place
            for name in [entity.name] + entity.aliases { items[place].add(form: name, mentions: 0) }
            if let country = entity.country { items[place].add(country: country) }
        }
        for mention in annotation.mentions {
            guard let place = places[mention.entity] else { continue }
            items[place].mentions += 1
            // "the minister" and "he" are no names.
            if mention.kind == .name { items[place].add(form: mention.text, mentions: 1) }
        }
    }
}
