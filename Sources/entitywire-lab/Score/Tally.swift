/// Counts of right, found and expected facts of one part.
struct Tally {
    var hit = 0
    var found = 0
    var gold = 0
    /// What was missed and what is false, in words.
    var notes: [String] = []

    var precision: Double { found > 0 ? Double(hit) / Double(found) : 0 }
    var recall: Double { gold > 0 ? Double(hit) / Double(gold) : 0 }
    var figures: Figures { Figures(precision: precision, recall: recall) }

    /// Pairs gold and found facts one to one, the best agreement first, and counts them.
    ///
    /// A found fact that pairs with nothing is not counted where it overlaps a neutral one.
    /// - Returns: the pairs.
    @discardableResult
    mutating func pair(
        _ gold: [Fact], _ found: [Fact], _ part: String, neutral: [Fact] = [], by agreement: (Fact, Fact) -> Double
    ) -> [(gold: Fact, found: Fact)] {
        var candidates: [(score: Double, gold: Int, found: Int)] = []
        for (index, one) in gold.enumerated() {
            for (other, two) in found.enumerated() {
                let score = agreement(one, two)
                if score > 0 { candidates.append((score, index, other)) }
            }
        }
        candidates.sort { ($0.score, $0.gold, $0.found) > ($1.score, $1.gold, $1.found) }
        var usedGold: Set<Int> = []
        var usedFound: Set<Int> = []
        var pairs: [(gold: Fact, found: Fact)] = []
        for candidate in candidates where !usedGold.contains(candidate.gold) && !usedFound.contains(candidate.found) {
            usedGold.insert(candidate.gold)
            usedFound.insert(candidate.found)
            pairs.append((gold[candidate.gold], found[candidate.found]))
        }
        let wrong = found.indices.filter { index in
            !usedFound.contains(index) && !neutral.contains { $0.overlap(found[index]) > 0 }
        }
        hit += pairs.count
        self.gold += gold.count
        self.found += pairs.count + wrong.count
        notes += gold.indices.filter { !usedGold.contains($0) }.map { Self.note("missed \(part)", gold[$0]) }
        notes += wrong.map { Self.note("false \(part)", found[$0]) }
        return pairs
    }

    private static func note(_ what: String, _ fact: Fact) -> String {
        "\(what) (\(fact.start), \(fact.end)) \(String((fact.text ?? "").prefix(70)).debugDescription) \(fact.type ?? "")"
    }
}

/// Precision and recall, and what follows from them.
struct Figures: Equatable {
    var precision: Double
    var recall: Double

    var f1: Double { precision + recall > 0 ? 2 * precision * recall / (precision + recall) : 0 }
}
