/// Parts a component of forms into entities; the outcome depends on the set of forms alone.
struct ComponentSolver {
    /// The forms that a component may have. A larger one is parted by equal names and evidence alone, for all its forms.
    static let limit = 256

    let forms: [Form]
    let decisions: [PairKey: FormDecision]
    let corrections: Corrections

    struct PairKey: Hashable {
        let first: Int
        let second: Int
        init(_ first: Int, _ second: Int) {
            self.first = min(first, second)
            self.second = max(first, second)
        }
    }

    /// For each form the number of its group; forms are in the order of their ids.
    func groups() -> [Int] {
        var group = Array(forms.indices)
        var members = forms.indices.map { [$0] }
        func unite(_ first: Int, _ second: Int, forced: Bool) {
            let (low, high) = (min(group[first], group[second]), max(group[first], group[second]))
            guard low != high, forced || !areOpposed(members[low], members[high]) else { return }
            for form in members[high] { group[form] = low }
            members[low] += members[high]
            members[high] = []
        }
        for (first, second) in pairs(where: { corrections.areMerged(forms[$0], forms[$1]) }) {
            unite(first, second, forced: true)
        }
        let torn = tornForms()
        for (first, second) in ranked(.same) {
            // Of two homonyms a name without evidence is neither.
            let isOpen = decisions[PairKey(first, second)]?.evidence.isEmpty ?? true
            if isOpen, torn.contains(first) || torn.contains(second) { continue }
            unite(first, second, forced: false)
        }
        for (first, second) in attached(to: group) { unite(first, second, forced: false) }
        return group
    }

    /// The forms that could be either of two which contradict each other.
    private func tornForms() -> Set<Int> {
        var partners: [Int: [Int]] = [:]
        for (pair, decision) in decisions where decision.verdict == .same {
            partners[pair.first, default: []].append(pair.second)
            partners[pair.second, default: []].append(pair.first)
        }
        let torn = partners.filter { _, others in
            others.indices.contains { one in
                others.indices.dropFirst(one + 1).contains { two in
                    decisions[PairKey(others[one], others[two])]?.verdict == .contradicted
                }
            }
        }
        return Set(torn.keys)
    }

    /// The pairs by which forms that lean on others go to them: only where all that they lean on are one group.
    private func attached(to group: [Int]) -> [(Int, Int)] {
        let pairs = ranked(.supported)
        var targets: [Int: Set<Int>] = [:]
        for (first, second) in pairs {
            let (weak, strong) = isWeaker(first, second) ? (first, second) : (second, first)
            targets[group[weak], default: []].insert(group[strong])
        }
        return pairs.filter { first, second in
            targets[group[isWeaker(first, second) ? first : second]]?.count == 1
        }
    }

    /// The shorter name leans on the longer one.
    private func isWeaker(_ first: Int, _ second: Int) -> Bool {
        let (one, two) = (forms[first].folded.utf8.count, forms[second].folded.utf8.count)
        return one != two ? one < two : first < second
    }

    private func areOpposed(_ first: [Int], _ second: [Int]) -> Bool {
        first.contains { one in
            second.contains { two in
                decisions[PairKey(one, two)]?.verdict == .contradicted || corrections.areApart(forms[one], forms[two])
            }
        }
    }

    private func pairs(where holds: (Int, Int) -> Bool) -> [(Int, Int)] {
        guard !corrections.merged.isEmpty else { return [] }
        return forms.indices.flatMap { first in
            forms.indices.dropFirst(first + 1).filter { holds(first, $0) }.map { (first, $0) }
        }
    }

    /// Pairs of a verdict, the surest first, then by the ids of the forms.
    private func ranked(_ verdict: FormDecision.Verdict) -> [(Int, Int)] {
        let pairs = decisions.filter { $0.value.verdict == verdict }
        return pairs.sorted { left, right in
            let (one, two) = (strength(left.value), strength(right.value))
            if one != two { return one > two }
            return (left.key.first, left.key.second) < (right.key.first, right.key.second)
        }.map { ($0.key.first, $0.key.second) }
    }

    /// Evidence that agrees goes before names that are merely alike.
    private func strength(_ decision: FormDecision) -> Double { decision.score + Double(decision.evidence.count) * 0.5 }
}
