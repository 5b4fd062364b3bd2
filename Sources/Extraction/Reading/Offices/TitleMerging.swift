import Annotation

/// Joins people whom the text gives one title and two spellings of one last name: `Colonel Dubov`, `Colonel Dubiv`.
struct TitleMerging {
    let view: DocumentView
    let entities: [FoundEntity]

    /// For each entity the one that it is part of; itself for most.
    func targets(of finder: OfficeHolders) -> [Int] {
        var partition = Partition(count: entities.count)
        var known: [String: [Int]] = [:]
        for held in finder.holders {
            let phrase = finder.phrases[held.phrase]
            let mention = view.mentions[held.mention]
            guard mention.tokens.lowerBound >= phrase.tokens.upperBound, !phrase.isPlural else { continue }
            let entity = mention.entity
            let key = view.word(phrase.head) + " " + lastName(entity).prefix(1)
            for other in known[key] ?? [] where other != entity && areOne(other, entity) {
                partition.join(other, entity)
            }
            if known[key, default: []].count < 16, known[key]?.contains(entity) != true {
                known[key, default: []].append(entity)
            }
        }
        return entities.indices.map { partition.root($0) }
    }

    /// Whether the last names are variants and at most one of the two has a first name.
    private func areOne(_ one: Int, _ two: Int) -> Bool {
        let (first, second) = (words(one), words(two))
        guard first.count == 1 || second.count == 1 else { return false }
        return Spelling.areVariantsUnderOneTitle(lastName(one), lastName(two))
    }

    private func words(_ entity: Int) -> [String] {
        Array(entities[entity].name.utf8).split(separator: 0x20).map { Folding.fold($0) }
    }

    private func lastName(_ entity: Int) -> String { words(entity).last ?? "" }
}

extension Reading {
    /// Moves the mentions of merged entities and drops those that are left empty.
    mutating func merge(into targets: [Int]) {
        guard targets.indices.contains(where: { targets[$0] != $0 }) else { return }
        var number = [Int](repeating: -1, count: entities.count)
        var kept: [FoundEntity] = []
        for (index, target) in targets.enumerated() where target == index {
            number[index] = kept.count
            kept.append(entities[index])
        }
        for (index, target) in targets.enumerated() where target != index {
            let place = number[target]
            number[index] = place
            let names = [kept[place].name] + kept[place].aliases + [entities[index].name] + entities[index].aliases
            let best =
                EntityBuilder.singleSpaced(kept[place].name).split(separator: " ").count
                    >= entities[index].name.split(separator: " ").count ? kept[place].name : entities[index].name
            kept[place].name = best
            kept[place].aliases = Reading.distinct(names).filter { $0 != best }
        }
        entities = kept
        for index in mentions.indices { mentions[index].entity = number[mentions[index].entity] }
    }

    private static func distinct(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }
}
