import Annotation

/// Joins the forms of one person's name within a document: last name, initials, middle names, spelling.
///
/// Each name is looked up by its words, never compared with all others.
struct PersonLinker {
    private let forms: [NameForm]
    private let names: [Int: PersonName]
    /// Full names first, longer ones before shorter ones, then in order of appearance.
    private let order: [Int]
    private var full: [Int] = []
    private var byLast: [String: [Int]] = [:]
    private var byWord: [String: [Int]] = [:]
    /// How many candidates a look-up weighs; more of one last name cannot be told apart anyway.
    private static let limit = 16

    init(_ forms: [NameForm]) {
        self.forms = forms
        var names: [Int: PersonName] = [:]
        for (index, form) in forms.enumerated() where form.type == .person { names[index] = PersonName(form.words) }
        self.names = names
        order = names.keys.sorted { one, two in
            let first = names[one]?.words.count ?? 0
            let second = names[two]?.words.count ?? 0
            return first == second ? one < two : first > second
        }
    }

    mutating func link(into partition: inout Partition) {
        for form in order {
            guard let name = names[form], !name.isShort else { continue }
            linkFull(form, name, into: &partition)
        }
        linkSpellings(into: &partition)
        let variants = SpellingIndex(full.compactMap { form in names[form].map { ($0.last, form) } })
        var loose: [Int] = []
        for form in order {
            guard let name = names[form], name.isShort else { continue }
            if !linkShort(form, name, into: &partition), name.isLastAlone { loose.append(form) }
        }
        linkLoose(loose, variants: variants, into: &partition)
    }

    // MARK: Full names

    private mutating func linkFull(_ form: Int, _ name: PersonName, into partition: inout Partition) {
        let candidates = (byLast[name.last] ?? []) + (byWord[name.words[0]] ?? [])
        let matching = candidates.prefix(2 * Self.limit).filter { candidate in
            names[candidate].map { name.isForm(of: $0) } ?? false
        }
        if let best = nearest(matching, to: form, in: &partition) { partition.join(best, form) }
        full.append(form)
        Self.add(form, under: name.last, to: &byLast)
        for word in Set(name.words) { Self.add(form, under: word, to: &byWord) }
    }

    // Static, since a method that reads `self` would hold a copy of the index that it changes.
    private static func add(_ form: Int, under word: String, to index: inout [String: [Int]]) {
        guard index[word]?.count ?? 0 < limit else { return }
        index[word, default: []].append(form)
    }

    /// Full names that differ in the spelling of one word alone.
    private func linkSpellings(into partition: inout Partition) {
        var rest: [String: [Int]] = [:]
        for form in full {
            guard let words = names[form]?.words, words.count > 1 else { continue }
            for left in words.indices {
                let others = (words[..<left] + ["_"] + words[(left + 1)...]).joined(separator: " ")
                for candidate in rest[others] ?? [] where differOnlyInSpelling(candidate, form, at: left) {
                    partition.join(candidate, form)
                }
                Self.add(form, under: others, to: &rest)
            }
        }
    }

    private func differOnlyInSpelling(_ one: Int, _ two: Int, at position: Int) -> Bool {
        guard let first = names[one]?.words, let second = names[two]?.words else { return false }
        let (word, other) = (first[position], second[position])
        guard word != other else { return true }
        // `Maria` and `Mario`, `Daniel` and `Daniela` are two people.
        if position == 0,
            word.utf8.dropLast().elementsEqual(other.utf8.dropLast()) || abs(word.count - other.count) == 1
        {
            return Spelling.skeleton(word) == Spelling.skeleton(other)
        }
        return Spelling.areVariants(word, other)
    }

    // MARK: Last or first names alone

    private func linkShort(_ form: Int, _ name: PersonName, into partition: inout Partition) -> Bool {
        let suffix = (byLast[name.last] ?? []).filter {
            names[$0]?.words.suffix(name.words.count).elementsEqual(name.words) ?? false && mayRule($0, as: form)
        }
        let inner =
            suffix.isEmpty ? (byWord[name.words[0]] ?? []).filter { contains($0, name) && mayRule($0, as: form) } : []
        guard let best = foremost(suffix.isEmpty ? inner : suffix) else { return false }
        partition.join(best, form)
        return true
    }

    /// `King Idris` is not Prince Omar bin Idris.
    private func mayRule(_ full: Int, as short: Int) -> Bool {
        guard let title = forms[short].royalTitle, let other = forms[full].royalTitle else { return true }
        return title == other
    }

    private func contains(_ full: Int, _ name: PersonName) -> Bool {
        guard let words = names[full]?.words else { return false }
        return name.words.count == 1 || words.starts(with: name.words)
            || words.suffix(name.words.count).elementsEqual(name.words)
    }

    /// Last names alone that the document has under no full name: a misspelling of one that it has.
    private func linkLoose(_ loose: [Int], variants: SpellingIndex, into partition: inout Partition) {
        let among = SpellingIndex(loose.compactMap { form in names[form].map { ($0.last, form) } })
        for form in loose {
            guard let word = names[form]?.last else { continue }
            var candidates = variants.candidates(for: word)
            if candidates.isEmpty {
                candidates = among.candidates(for: word).filter { other in
                    other != form && names[other].map { Spelling.skeleton($0.last) } == Spelling.skeleton(word)
                }
            }
            candidates = candidates.filter { mayRule($0, as: form) }
            let roots = Set(candidates.prefix(Self.limit).map { partition.root($0) })
            if roots.count == 1, let only = roots.first { partition.join(only, form) }
        }
    }

    /// The candidate that the text names first: a relative who shares the last name comes later and is seldom called by
    /// it alone.
    private func foremost(_ candidates: [Int]) -> Int? { candidates.min { forms[$0].first < forms[$1].first } }

    /// The candidate whose first mention is the last one before this form's; the first one where all come later.
    private func nearest(_ candidates: [Int], to form: Int, in partition: inout Partition) -> Int? {
        let place = forms[form].first
        let before = candidates.filter { forms[$0].first <= place }
        return before.max { forms[$0].first < forms[$1].first }
            ?? candidates.min { forms[$0].first < forms[$1].first }
    }
}

/// Finds the words of a list that are spelling variants of another word.
struct SpellingIndex {
    private var entries: [String: [(word: String, value: Int)]] = [:]

    init(_ words: [(word: String, value: Int)]) {
        for (word, value) in words where word.utf8.count >= 5 {
            for key in Set(Spelling.neighbours(of: word) + [Spelling.skeleton(word)]).sorted() {
                if entries[key, default: []].count < 16 { entries[key, default: []].append((word, value)) }
            }
        }
    }

    /// The values under words that are variants of the given one, each once, in order.
    func candidates(for word: String) -> [Int] {
        guard word.utf8.count >= 5 else { return [] }
        var found: Set<Int> = []
        for key in Spelling.neighbours(of: word) + [Spelling.skeleton(word)] {
            for entry in entries[key] ?? [] where Spelling.areVariants(word, entry.word) { found.insert(entry.value) }
        }
        return found.sorted()
    }
}
