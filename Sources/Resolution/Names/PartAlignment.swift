/// The parts of two names brought together in order: which meet which, and which have no partner.
struct PartAlignment {
    struct Pair {
        var first: [UInt8]
        var second: [UInt8]
        var value: Float
        var rule: NameReason.Rule
    }

    private(set) var pairs: [Pair] = []
    private(set) var missingInSecond: [Int] = []
    private(set) var missingInFirst: [Int] = []
    /// The parts of the names that have a partner.
    private var met: [[Bool]]

    private enum Step { case pair, joinFirst, joinSecond, skipFirst, skipSecond }

    init(_ first: [PersonName.Part], _ second: [PersonName.Part], tables: NameTables) {
        met = [Array(repeating: false, count: first.count), Array(repeating: false, count: second.count)]
        let width = second.count + 1
        var best = [Float](repeating: 0, count: (first.count + 1) * width)
        var steps = [Step](repeating: .skipFirst, count: best.count)
        var rules = [WordSimilarity?](repeating: nil, count: best.count)
        for i in 0...first.count {
            for j in 0...second.count where i + j > 0 {
                var (value, step): (Float, Step) = (-1, .skipFirst)
                var likeness: WordSimilarity?
                func offer(_ total: Float, _ way: Step, _ like: WordSimilarity? = nil) {
                    if total > value { (value, step, likeness) = (total, way, like) }
                }
                if i > 0, j > 0, let like = Self.meet(first, i - 1, second, j - 1, tables) {
                    offer(best[(i - 1) * width + j - 1] + like.value, .pair, like)
                }
                if i > 1, j > 0, Self.isJoin(first[i - 2], first[i - 1], second[j - 1]) {
                    offer(best[(i - 2) * width + j - 1] + 1.2, .joinFirst, WordSimilarity(value: 0.97, rule: .joined))
                }
                if j > 1, i > 0, Self.isJoin(second[j - 2], second[j - 1], first[i - 1]) {
                    offer(best[(i - 1) * width + j - 2] + 1.2, .joinSecond, WordSimilarity(value: 0.97, rule: .joined))
                }
                if i > 0 { offer(best[(i - 1) * width + j], .skipFirst) }
                if j > 0 { offer(best[i * width + j - 1], .skipSecond) }
                best[i * width + j] = value
                steps[i * width + j] = step
                rules[i * width + j] = likeness
            }
        }
        trace(first, second, steps, rules)
    }

    private mutating func trace(
        _ first: [PersonName.Part], _ second: [PersonName.Part], _ steps: [Step], _ rules: [WordSimilarity?]
    ) {
        let width = second.count + 1
        var (i, j) = (first.count, second.count)
        while i > 0 || j > 0 {
            let cell = i * width + j
            let (down, across) =
                switch steps[cell] {
                case .pair: (1, 1)
                case .joinFirst: (2, 1)
                case .joinSecond: (1, 2)
                case .skipFirst: (1, 0)
                case .skipSecond: (0, 1)
                }
            if let like = rules[cell] {
                pairs.append(
                    Pair(
                        first: first[(i - down)..<i].flatMap(\.letters),
                        second: second[(j - across)..<j].flatMap(\.letters),
                        value: like.value, rule: like.rule))
                for index in (i - down)..<i { met[0][index] = true }
                for index in (j - across)..<j { met[1][index] = true }
            }
            i -= down
            j -= across
        }
        pairs.reverse()
        missingInSecond = met[0].indices.filter { !met[0][$0] }
        missingInFirst = met[1].indices.filter { !met[1][$0] }
    }

    /// Whether a part of the first (0) or the second name (1) has a partner.
    func reaches(_ name: Int, _ part: Int) -> Bool { met[name][part] }

    private static func meet(
        _ first: [PersonName.Part], _ i: Int, _ second: [PersonName.Part], _ j: Int, _ tables: NameTables
    ) -> WordSimilarity? {
        let isFirst = i == 0 && j == 0
        let isLast = i == first.count - 1 && j == second.count - 1
        let place: WordSimilarity.Place = isFirst ? .given : isLast ? .family : i == 0 || j == 0 ? .given : .middle
        let (one, two) = (first[i], second[j])
        // An initial is no family name beside a whole one.
        if isLast, !isFirst, (one.kind == .initial) != (two.kind == .initial) { return nil }
        let likeness = WordSimilarity.of(one, two, place: place, tables: tables)
        guard
            likeness.rule == .initial
                ? likeness.value > 0 : WordSimilarity.accepts(likeness.value, one.letters, two.letters)
        else { return nil }
        return likeness
    }

    private static func isJoin(_ first: PersonName.Part, _ second: PersonName.Part, _ whole: PersonName.Part) -> Bool {
        first.letters.count + second.letters.count == whole.letters.count
            && whole.letters.starts(with: first.letters)
            && whole.letters.dropFirst(first.letters.count).elementsEqual(second.letters)
    }
}
