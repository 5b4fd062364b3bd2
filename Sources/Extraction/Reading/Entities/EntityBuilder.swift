import Annotation

/// Makes the entities of a document from the joined forms of its names.
///
/// The best form is the one with the most words; among those the one that is not all capitals, then the most frequent,
/// then the first. A short form of many bodies, `Alliance`, is best only where there is no other. A country's is the most
/// frequent that is no acronym. The other forms are aliases, in order of first appearance.
struct EntityBuilder {
    let text: TokenizedText
    let drafts: [NameDraft]
    let forms: NameForms

    /// The entities in order of first mention, and the entity of each draft.
    func build(_ partition: inout Partition, countries: inout CountryWords) -> (entities: [FoundEntity], of: [Int]) {
        var entityOfRoot: [Int: Int] = [:]
        var members: [[Int]] = []
        var entityOfDraft: [Int] = []
        for draft in drafts.indices {
            let root = partition.root(forms.formOfDraft[draft])
            let entity = entityOfRoot[root] ?? members.count
            if entity == members.count {
                entityOfRoot[root] = entity
                members.append([])
            }
            members[entity].append(draft)
            entityOfDraft.append(entity)
        }
        return (members.map { entity(of: $0, countries: &countries) }, entityOfDraft)
    }

    private func entity(of members: [Int], countries: inout CountryWords) -> FoundEntity {
        let first = drafts[members[0]]
        let country = country(of: members, countries: &countries)
        let names = surfaces(of: members, preferFrequent: country.isPlace)
        var entity = FoundEntity(
            type: first.type, subtype: members.lazy.compactMap { drafts[$0].subtype }.first, name: names.best,
            country: country.code, gazetteer: members.lazy.compactMap { drafts[$0].gazetteer }.first)
        if country.isPlace, entity.subtype == nil { entity.subtype = "country" }
        entity.aliases = names.others
        return entity
    }

    // MARK: Countries

    private func country(of members: [Int], countries: inout CountryWords) -> (code: String?, isPlace: Bool) {
        let type = drafts[members[0]].type
        var codes: [String] = []
        for member in members {
            let form = forms.forms[forms.formOfDraft[member]]
            switch type {
            case .location, .group:
                if let code = countries.code(of: form) { return (code, type == .location) }
            case .person: return (nil, false)
            default:
                let found = countries.separate(form.words).countries
                codes += found.isEmpty ? form.country.map { [$0] } ?? [] : found
            }
        }
        let distinct = Set(codes)
        return (distinct.count == 1 ? distinct.first : nil, false)
    }

    // MARK: Names

    private struct Surface {
        var text: String
        var words: Int
        var count: Int
        var order: Int
        var isCapitals: Bool
        var isGeneric: Bool
    }

    private func surfaces(of members: [Int], preferFrequent: Bool) -> (best: String, others: [String]) {
        var places: [String: Int] = [:]
        var surfaces: [Surface] = []
        for member in members {
            let written = EntityBuilder.singleSpaced(text.string(of: drafts[member].tokens))
            if let place = places[written] {
                surfaces[place].count += 1
                continue
            }
            places[written] = surfaces.count
            let draft = drafts[member]
            surfaces.append(
                Surface(
                    text: written, words: draft.words.count, count: 1, order: surfaces.count,
                    isCapitals: draft.isCapitals,
                    isGeneric: draft.type != .person && draft.words.allSatisfy(OrganizationWords.heads.contains)))
        }
        let best = surfaces.max { !isBetter($0, than: $1, preferFrequent: preferFrequent) }?.order ?? 0
        return (surfaces[best].text, surfaces.filter { $0.order != best }.map(\.text))
    }

    private func isBetter(_ one: Surface, than two: Surface, preferFrequent: Bool) -> Bool {
        if one.order == two.order { return false }
        if one.isGeneric != two.isGeneric { return two.isGeneric }
        if preferFrequent {
            if one.isCapitals != two.isCapitals { return two.isCapitals }
            return (one.count, one.words, two.order) > (two.count, two.words, one.order)
        }
        if one.words != two.words { return one.words > two.words }
        if one.isCapitals != two.isCapitals { return two.isCapitals }
        return one.count == two.count ? one.order < two.order : one.count > two.count
    }

    /// Line breaks and runs of white space become one space.
    static func singleSpaced(_ string: String) -> String {
        let bytes = Array(string.utf8)
        let isSpace: (UInt8) -> Bool = { $0 == 0x20 || (0x09...0x0D).contains($0) }
        let isSingleSpaced = bytes.indices.allSatisfy { index in
            !isSpace(bytes[index]) || (bytes[index] == 0x20 && index > 0 && !isSpace(bytes[index - 1]))
        }
        if isSingleSpaced { return string }
        return String(decoding: Array(bytes.split(whereSeparator: isSpace).joined(separator: [0x20])), as: UTF8.self)
    }
}
