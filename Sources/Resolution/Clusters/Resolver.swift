import Annotation

/// Where a resolver finds forms: the store, or a list in memory.
package protocol FormSource {
    /// The forms that documents name and that have a block key, at most `limit` of them, in any order.
    func forms(withBlock key: Int64, limit: Int) throws -> [Form]
}

/// Which entity a form is from now on.
package struct Assignment: Sendable, Hashable {
    package var form: Form
    /// The 64 bits of the entity's id.
    package var entity: UInt64
    /// Whether the entity is called after it.
    package var isBest: Bool

    package init(form: Form, entity: UInt64, isBest: Bool) {
        self.form = form
        self.entity = entity
        self.isBest = isBest
    }
}

/// Resolves forms to entities.
///
/// What one new form can touch is bounded: it meets at most ``blockLimit`` forms under each of eight keys, and a component
/// has at most ``ComponentSolver/limit`` forms. A key that more forms share says nothing and is not used; a component over
/// the limit is parted by equal names and evidence alone. Both depend on the set of forms, not on their order.
package struct Resolver: Sendable {
    /// The forms that may share a key before it is left out.
    package static let blockLimit = 64
    /// The forms that are visited for one component before it counts as too large.
    package static let visitLimit = 1_024

    private let comparer: FormComparer
    private let blocks: BlockKeys

    package init(tables: NameTables) {
        comparer = FormComparer(tables: tables)
        blocks = BlockKeys(tables: tables)
    }

    /// The keys under which a form is found.
    package func blockKeys(of form: Form) -> [Int64] { blocks.keys(of: form, name: comparer.parse(form)) }

    /// Why two forms are one entity, or two.
    package func explain(_ first: Form, _ second: Form) -> FormDecision {
        comparer.decide(first, comparer.parse(first), second, comparer.parse(second), explains: true)
    }

    /// The entities of all forms that the touched ones may have changed.
    ///
    /// - Parameters:
    ///   - appeared: forms that no document named before, and whose keys the source has by now.
    ///   - touched: forms that were near one that is no more.
    package func resolve(
        appeared: [Form], touched: [Form] = [], in source: some FormSource, corrections: Corrections
    ) throws -> [Assignment] {
        var assignments: [Assignment] = []
        var done: Set<Form> = []
        var search = Search(
            comparer: comparer, blocks: blocks, source: source, corrections: corrections, margin: appeared.count)
        for form in try Set(appeared + touched + search.crowded(by: appeared)).sorted(by: { $0.id < $1.id })
        where !done.contains(form) {
            let component = try search.component(around: form)
            done.formUnion(component)
            assignments += assign(component.sorted { $0.id < $1.id }, &search)
        }
        return assignments
    }

    /// The forms that have to be resolved again when a form goes that the source still has: itself is not among them.
    ///
    /// Those that it meets, and all that share a key with it which is crowded no longer.
    package func affected(by form: Form, in source: some FormSource, corrections: Corrections) throws -> [Form] {
        var affected: Set<Form> = []
        for key in blockKeys(of: form) {
            let forms = try source.forms(withBlock: key, limit: Self.blockLimit + 2)
            guard forms.count == Self.blockLimit + 1 else { continue }
            affected.formUnion(forms)
        }
        var search = Search(comparer: comparer, blocks: blocks, source: source, corrections: corrections, margin: 0)
        affected.formUnion(try search.neighbours(of: form))
        affected.remove(form)
        return affected.sorted { $0.id < $1.id }
    }

    private func assign(_ forms: [Form], _ search: inout Search<some FormSource>) -> [Assignment] {
        var groups: [[Form]]
        if forms.count > ComponentSolver.limit {
            groups = forms.map { [$0] }
        } else {
            var decisions: [ComponentSolver.PairKey: FormDecision] = [:]
            for first in forms.indices {
                for second in forms.indices.dropFirst(first + 1) {
                    let decision = search.decide(forms[first], forms[second])
                    if decision.verdict != .different { decisions[.init(first, second)] = decision }
                }
            }
            let solver = ComponentSolver(forms: forms, decisions: decisions, corrections: search.corrections)
            groups = Array(Dictionary(grouping: zip(solver.groups(), forms), by: \.0).values.map { $0.map(\.1) })
        }
        groups.sort { ($0.map(\.id).min() ?? 0) < ($1.map(\.id).min() ?? 0) }
        return name(groups)
    }

    /// Gives each group the id of its best form; groups of one best name take the evidence into the id.
    private func name(_ groups: [[Form]]) -> [Assignment] {
        let best = groups.map { group in group.min(by: Self.isBetter) ?? group[0] }
        let counts = Dictionary(best.map { ($0.nameId, 1) }, uniquingKeysWith: +)
        return zip(groups, best).flatMap { group, best in
            let entity = counts[best.nameId] ?? 1 > 1 ? (best.evidence.isEmpty ? best.nameId : best.id) : best.nameId
            return group.map { Assignment(form: $0, entity: entity, isBest: $0 == best) }
        }
    }

    /// The best name of an entity: in Latin letters, of more words, longer, then by letters; no acronym before a name.
    private static func isBetter(_ first: Form, _ second: Form) -> Bool {
        func rank(_ form: Form) -> (Int, Int, Int) {
            let isLatin = form.folded.utf8.allSatisfy { $0 < 0x80 }
            let words = form.folded.split(separator: " ")
            let whole = words.filter { $0.count > 1 }.count
            return (
                isLatin ? 0 : 1, -min(whole, form.type == .person ? 2 : whole),
                form.type == .person ? form.folded.utf8.count : -form.folded.utf8.count
            )
        }
        let (one, two) = (rank(first), rank(second))
        if one != two { return one < two }
        if !first.folded.utf8.elementsEqual(second.folded.utf8) {
            return first.folded.utf8.lexicographicallyPrecedes(second.folded.utf8)
        }
        return (first.evidence.utf8.count, first.evidence) < (second.evidence.utf8.count, second.evidence)
    }
}

/// A walk from form to form by what they may be together.
private struct Search<Source: FormSource> {
    let comparer: FormComparer
    let blocks: BlockKeys
    let source: Source
    let corrections: Corrections
    /// How many forms more than the limit a key is asked for.
    let margin: Int
    private var names: [Form: NameMatcher.ParsedName] = [:]
    private var known: [Int64: [Form]] = [:]
    private var decisions: [Couple: FormDecision] = [:]

    init(comparer: FormComparer, blocks: BlockKeys, source: Source, corrections: Corrections, margin: Int) {
        self.comparer = comparer
        self.blocks = blocks
        self.source = source
        self.corrections = corrections
        self.margin = margin
    }

    /// The forms under keys that the new ones made crowded.
    mutating func crowded(by appeared: [Form]) throws -> [Form] {
        var forms: [Form] = []
        for form in appeared {
            for key in blocks.keys(of: form, name: name(form)) {
                let block = try all(key)
                if block.count > Resolver.blockLimit, block.count <= Resolver.blockLimit + appeared.count {
                    forms += block
                }
            }
        }
        return forms
    }

    mutating func component(around form: Form) throws -> Set<Form> {
        var seen: Set<Form> = [form]
        var open = [form]
        while let next = open.popLast(), seen.count <= Resolver.visitLimit {
            for other in try neighbours(of: next) where seen.insert(other).inserted { open.append(other) }
        }
        return seen
    }

    /// The forms that share a key that is not crowded and may be one with this one, or contradict it.
    mutating func neighbours(of form: Form) throws -> [Form] {
        var found: Set<Form> = []
        for key in blocks.keys(of: form, name: name(form)) {
            for other in try block(key) where other != form && !found.contains(other) {
                if decide(form, other).verdict != .different || corrections.areMerged(form, other) {
                    found.insert(other)
                }
            }
        }
        for partner in corrections.partners(of: form) {
            let key = BlockKeys.hash("\(partner.type.rawValue) =\(partner.folded)")
            for other in try block(key) where other != form && partner.names(other) { found.insert(other) }
        }
        return found.sorted { $0.id < $1.id }
    }

    private mutating func block(_ key: Int64) throws -> [Form] {
        let forms = try all(key)
        return forms.count > Resolver.blockLimit ? [] : forms
    }

    private mutating func all(_ key: Int64) throws -> [Form] {
        if let forms = known[key] { return forms }
        let forms = try source.forms(withBlock: key, limit: Resolver.blockLimit + margin + 1)
        known[key] = forms
        return forms
    }

    mutating func decide(_ first: Form, _ second: Form) -> FormDecision {
        let pair =
            first.id < second.id
            ? Couple(first: first.id, second: second.id) : Couple(first: second.id, second: first.id)
        if let known = decisions[pair] { return known }
        let decision = comparer.decide(first, name(first), second, name(second))
        decisions[pair] = decision
        return decision
    }

    private struct Couple: Hashable {
        let first: UInt64
        let second: UInt64
    }

    private mutating func name(_ form: Form) -> NameMatcher.ParsedName {
        if let known = names[form] { return known }
        let parsed = comparer.parse(form)
        names[form] = parsed
        return parsed
    }
}
