/// Writes the features of tokens as 64-bit hashes.
///
/// A feature is a template and the values that fill it. Words, shapes, affixes and windows are those of Ratinov and Roth
/// (2009); clusters of the word and its neighbours as in Miller, Guinness and Zamanian (2004), in three grains.
struct FeatureExtractor {
    /// No token has more features.
    static let most = 160

    private let facts: TextFacts
    private let groups: FeatureGroup
    private var sentence = 0..<0
    private var kind = SentenceKind.plain
    private var runs = CapitalRuns()

    init(_ facts: TextFacts, groups: FeatureGroup = .all) {
        self.facts = facts
        self.groups = groups
    }

    /// Turns to the next sentence, a range of token indexes.
    mutating func enter(_ sentence: Range<Int>) {
        self.sentence = sentence
        kind = SentenceKind(facts.forms, sentence)
        runs.read(facts.forms, sentence)
    }

    /// Writes the features of a token of the sentence; returns how many.
    func write(_ index: Int, to buffer: UnsafeMutablePointer<UInt64>) -> Int {
        var sink = FeatureSink(buffer)
        sink.put(0, 0)
        if groups.contains(.words) { words(index, &sink) }
        if groups.contains(.context) { context(index, &sink) }
        if groups.contains(.affixes) { affixes(index, &sink) }
        if groups.contains(.shapes) { shapes(index, &sink) }
        if groups.contains(.clusters) { clusters(index, &sink) }
        if groups.contains(.gazetteers) { gazetteers(index, &sink) }
        if groups.contains(.runs) {
            runs(index, &sink)
            surroundings(index, &sink)
        }
        if groups.contains(.document) { spelling(index, &sink) }
        return sink.count
    }

    // MARK: Values

    private static let edge: UInt64 = 0x5EED

    @inline(__always) private func isInside(_ index: Int) -> Bool {
        index >= sentence.lowerBound && index < sentence.upperBound
    }

    @inline(__always) private func lower(_ index: Int) -> UInt64 {
        isInside(index) ? facts.forms.lower[index] : Self.edge
    }

    /// The shape in brief; words of an all-capitals sentence have none of their own.
    @inline(__always) private func shape(_ index: Int) -> UInt64 {
        guard isInside(index) else { return Self.edge }
        let shape = facts.forms.shapes[index]
        if kind == .capitals, shape.isAllCaps { return 7 }
        return UInt64(shape.brief) << 2 | UInt64(min(shape.length, 3))
    }

    @inline(__always) private func cluster(_ index: Int) -> WordClusters.Packed {
        isInside(index) ? facts.clusters[index] : 0
    }

    // MARK: Groups

    private func words(_ index: Int, _ sink: inout FeatureSink) {
        sink.put(1, facts.forms.exact[index])
        sink.put(2, facts.forms.lower[index])
    }

    private func context(_ index: Int, _ sink: inout FeatureSink) {
        let (before2, before, here, after, after2) =
            (lower(index - 2), lower(index - 1), lower(index), lower(index + 1), lower(index + 2))
        sink.put(3, before)
        sink.put(4, after)
        sink.put(5, before2)
        sink.put(6, after2)
        sink.put(7, before, here)
        sink.put(8, here, after)
        sink.put(9, before2, before)
        sink.put(10, after, after2)
        sink.put(11, before, after)
        let isCapitalized: UInt64 = facts.forms.shapes[index].isCapitalized ? 1 : 0
        sink.put(12, before, isCapitalized)
        sink.put(13, after, isCapitalized)
    }

    private func affixes(_ index: Int, _ sink: inout FeatureSink) {
        let start = Int(facts.forms.starts[index])
        let end = Int(facts.forms.starts[index + 1])
        var hash: UInt64 = 0
        for length in 0..<min(4, end - start) {
            hash = hash << 16 ^ UInt64(facts.forms.scalars[start + length])
            sink.put(20 + UInt64(length), hash)
        }
        hash = 0
        for length in 0..<min(4, end - start) {
            hash = hash << 16 ^ UInt64(facts.forms.scalars[end - 1 - length])
            sink.put(24 + UInt64(length), hash)
        }
        sink.put(28, suffix(index - 1))
        sink.put(29, suffix(index + 1))
    }

    private func suffix(_ index: Int) -> UInt64 {
        guard isInside(index) else { return Self.edge }
        let start = Int(facts.forms.starts[index])
        let end = Int(facts.forms.starts[index + 1])
        var hash: UInt64 = 0
        for position in max(start, end - 3)..<end { hash = hash << 21 ^ UInt64(facts.forms.scalars[position]) }
        return hash
    }

    private func shapes(_ index: Int, _ sink: inout FeatureSink) {
        let (before, here, after) = (shape(index - 1), shape(index), shape(index + 1))
        sink.put(30, here)
        sink.put(31, before, here)
        sink.put(32, here, after)
        sink.put(33, WordHash.combined(before, here), after)
        sink.put(34, before)
        sink.put(35, after)
        let place: UInt64 = index == sentence.lowerBound ? 1 : index == sentence.upperBound - 1 ? 2 : 0
        sink.put(36, here, place << 2 | kind.rawValue)
        sink.put(37, kind.rawValue, place)
        if place == 1 { sink.put(38, facts.forms.lower[index]) }
    }

    private func clusters(_ index: Int, _ sink: inout FeatureSink) {
        let (before2, before, here, after, after2) =
            (cluster(index - 2), cluster(index - 1), cluster(index), cluster(index + 1), cluster(index + 2))
        let isCapitalized: UInt64 = facts.forms.shapes[index].isCapitalized ? 1 : 0
        sink.put(40, WordClusters.coarse(here), isCapitalized)
        sink.put(41, WordClusters.middle(here), isCapitalized)
        sink.put(42, WordClusters.fine(here), isCapitalized)
        sink.put(43, WordClusters.middle(before))
        sink.put(44, WordClusters.fine(before))
        sink.put(45, WordClusters.middle(after))
        sink.put(46, WordClusters.fine(after))
        sink.put(47, WordClusters.middle(before2))
        sink.put(48, WordClusters.middle(after2))
        sink.put(49, WordClusters.fine(before2))
        sink.put(50, WordClusters.fine(after2))
        sink.put(51, WordClusters.middle(before), WordClusters.middle(here))
        sink.put(52, WordClusters.middle(here), WordClusters.middle(after))
        sink.put(53, WordClusters.middle(before), WordClusters.middle(after))
        sink.put(
            54, WordHash.combined(WordClusters.coarse(before), WordClusters.coarse(here)), WordClusters.coarse(after))
        sink.put(55, WordClusters.middle(here), shape(index))
    }

    private func gazetteers(_ index: Int, _ sink: inout FeatureSink) {
        let shape = facts.forms.shapes[index]
        let style: UInt64 = shape.isAllCaps ? 2 : shape.isCapitalized ? 1 : 0
        let here = UInt64(facts.phrases[index])
        let before = index > sentence.lowerBound ? UInt64(facts.phrases[index - 1]) : 1 << 20
        let after = index + 1 < sentence.upperBound ? UInt64(facts.phrases[index + 1]) : 1 << 20
        sink.put(60, here, style)
        sink.put(61, before)
        sink.put(62, after)
        sink.put(63, before, here)
        sink.put(64, here, after)
        var bits = here & 0xFFFF
        while bits != 0 {
            sink.put(65, UInt64(bits.trailingZeroBitCount) << 4 | (here >> 16) << 2 | style)
            bits &= bits - 1
        }
        sink.put(66, UInt64(facts.kinds[index].rawValue), style)
        if index > sentence.lowerBound { sink.put(67, UInt64(facts.kinds[index - 1].rawValue), style) }
        if index + 1 < sentence.upperBound { sink.put(68, UInt64(facts.kinds[index + 1].rawValue), style) }
    }

    private func runs(_ index: Int, _ sink: inout FeatureSink) {
        let run = runs.runs[index - sentence.lowerBound]
        guard !run.isEmpty else { return }
        let place: UInt64 =
            run.count == 1 ? 0 : index == run.lowerBound ? 1 : index == run.upperBound - 1 ? 2 : 3
        let length = UInt64(min(run.count, 6))
        sink.put(70, place, length)
        sink.put(71, lower(run.lowerBound - 1), place)
        sink.put(72, lower(run.upperBound), place)
        sink.put(73, WordClusters.middle(cluster(run.lowerBound - 1)), WordClusters.middle(cluster(run.upperBound)))
        if run.count > 1 {
            sink.put(74, lower(run.upperBound - 1), place)
            sink.put(75, lower(run.lowerBound), place)
            sink.put(76, WordClusters.middle(cluster(run.upperBound - 1)), place)
            sink.put(77, WordClusters.middle(cluster(run.lowerBound)), place)
            sink.put(78, run.reduce(0) { WordHash.combined($0, facts.forms.lower[$1]) }, place)
        }
        let kinds = run.reduce(PhraseKinds()) { $0.union(facts.kinds[$1]) }
        sink.put(79, UInt64(kinds.rawValue), place)
        // Over a small word: `Bank` of `England`.
        if isInside(run.upperBound + 1), facts.forms.shapes[run.upperBound + 1].isCapitalized {
            sink.put(80, lower(run.upperBound), WordHash.combined(lower(run.upperBound - 1), place))
            sink.put(81, lower(run.upperBound), WordHash.combined(lower(run.upperBound + 1), place))
        }
        if isInside(run.lowerBound - 2), facts.forms.shapes[run.lowerBound - 2].isCapitalized {
            sink.put(82, lower(run.lowerBound - 1), WordHash.combined(lower(run.lowerBound - 2), place))
            sink.put(
                83, lower(run.lowerBound - 1),
                WordHash.combined(WordClusters.middle(cluster(run.lowerBound - 2)), place))
        }
    }

    private static let openingBracket = WordHash.lower("(")
    private static let comma = WordHash.lower(",")

    /// What stands around a run: a description after a comma, an acronym in brackets, the runs before and after.
    private func surroundings(_ index: Int, _ sink: inout FeatureSink) {
        let run = runs.runs[index - sentence.lowerBound]
        guard !run.isEmpty else { return }
        let after = lower(run.upperBound)
        if after == Self.comma {
            sink.put(84, lower(run.upperBound + 1), lower(run.upperBound + 2))
            sink.put(
                85, WordClusters.middle(cluster(run.upperBound + 1)), WordClusters.middle(cluster(run.upperBound + 2)))
        } else if after == Self.openingBracket, isInside(run.upperBound + 1) {
            sink.put(86, matchesAcronym(run, run.upperBound + 1) ? 1 : 0, shape(run.upperBound + 1))
        }
        if lower(run.lowerBound - 1) == Self.openingBracket, isInside(run.lowerBound - 2) {
            let before = runs.runs[run.lowerBound - 2 - sentence.lowerBound]
            sink.put(87, lower(run.lowerBound - 2), matchesAcronym(before, run.lowerBound) ? 1 : 0)
            sink.put(88, WordClusters.middle(cluster(run.lowerBound - 2)), shape(index))
        }
        sink.put(89, kinds(near: run.lowerBound, by: -1))
        sink.put(91, kinds(near: run.upperBound - 1, by: 1))
    }

    /// Whether the first letters of a run's words begin as the acronym does.
    private func matchesAcronym(_ run: Range<Int>, _ acronym: Int) -> Bool {
        let start = Int(facts.forms.starts[acronym])
        let length = Int(facts.forms.starts[acronym + 1]) - start
        guard run.count > 1, length > 1, facts.forms.shapes[acronym].isAllCaps else { return false }
        for offset in 0..<min(2, length) {
            let word = run.upperBound - min(length, run.count) + offset
            guard facts.forms.scalars[Int(facts.forms.starts[word])] == facts.forms.scalars[start + offset] else {
                return false
            }
        }
        return true
    }

    /// The lists of the words of the nearest other run, up to five tokens away.
    private func kinds(near edge: Int, by step: Int) -> UInt64 {
        for distance in 2...5 {
            let index = edge + distance * step
            guard isInside(index) else { return 1 << 20 }
            let run = runs.runs[index - sentence.lowerBound]
            if !run.isEmpty {
                return UInt64(run.reduce(PhraseKinds()) { $0.union(facts.kinds[$1]) }.rawValue) << 4 | UInt64(distance)
            }
        }
        return 1 << 21
    }

    private func spelling(_ index: Int, _ sink: inout FeatureSink) {
        let shape = facts.forms.shapes[index]
        guard shape.isCapitalized else { return }
        let habit = facts.spellings.habit(facts.forms.lower[index])
        let place: UInt64 = index == sentence.lowerBound ? 1 : 0
        sink.put(90, habit, place << 2 | kind.rawValue)
    }
}

/// Collects features in a buffer that is large enough.
private struct FeatureSink {
    private let buffer: UnsafeMutablePointer<UInt64>
    private(set) var count = 0

    init(_ buffer: UnsafeMutablePointer<UInt64>) { self.buffer = buffer }

    @inline(__always) mutating func put(_ template: UInt64, _ value: UInt64) {
        buffer[count] = WordHash.mixed(value &+ template &* 0x9E37_79B9_7F4A_7C15)
        count += 1
    }

    @inline(__always) mutating func put(_ template: UInt64, _ first: UInt64, _ second: UInt64) {
        put(template, (first << 29 | first >> 35) &* 0xD6E8_FEB8_6659_FD93 ^ second)
    }
}
