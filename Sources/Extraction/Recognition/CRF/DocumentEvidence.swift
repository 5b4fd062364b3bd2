/// The second look: how the same words are labelled elsewhere in the document, as features of each token.
///
/// After a first reading each token has probabilities of its labels. A capitalised word, and a pair of neighbours, gets
/// as features what the other places of the same word or pair were taken for (Krishnan and Manning 2006; Ratinov and Roth
/// 2009): a name that is plain in one sentence helps where it is not.
package struct DocumentEvidence {
    /// The features of all tokens, one after the other; a token's begin at `starts[token]`.
    package private(set) var features: [UInt64] = []
    package private(set) var starts: [Int] = []

    /// How far away, in tokens, other places count.
    private static let reach = 800

    /// Reads what the first reading found; `probabilities` has the labels of each token of the text.
    package init(_ text: TokenizedText, _ probabilities: [LabelVector]) {
        self.init(TokenForms(text), text.sentences, probabilities)
    }

    init(_ forms: TokenForms, _ sentences: [Range<Int>], _ probabilities: [LabelVector]) {
        var words: [Place] = []
        var pairs: [Place] = []
        for sentence in sentences {
            for token in sentence where forms.shapes[token].isCapitalized {
                words.append(Place(hash: forms.lower[token], token: token))
                guard token + 1 < sentence.upperBound, forms.shapes[token + 1].isWord else { continue }
                pairs.append(Place(hash: WordHash.combined(forms.lower[token], forms.lower[token + 1]), token: token))
            }
        }
        var found: [(token: Int, feature: UInt64)] = []
        for (token, evidence) in Self.evidence(words, probabilities) {
            let before: UInt64 = token > 0 && forms.shapes[token - 1].isCapitalized ? 2 : 0
            let after: UInt64 = token + 1 < forms.count && forms.shapes[token + 1].isCapitalized ? 1 : 0
            for feature in evidence.wordFeatures(neighbours: before | after) { found.append((token, feature)) }
        }
        for (token, evidence) in Self.evidence(pairs, probabilities) {
            found.append((token, Evidence.feature(105, evidence.sum, evidence.count)))
            found.append((token + 1, Evidence.feature(106, evidence.next, evidence.count)))
        }
        (starts, features) = Self.flat(found, count: forms.count)
    }

    /// The features in order of token, for each token in order of finding.
    private static func flat(_ found: [(token: Int, feature: UInt64)], count: Int) -> (
        starts: [Int], features: [UInt64]
    ) {
        var starts = [Int](repeating: 0, count: count + 1)
        for item in found { starts[item.token + 1] += 1 }
        for token in 0..<count { starts[token + 1] += starts[token] }
        var next = starts
        var features = [UInt64](repeating: 0, count: found.count)
        for item in found {
            features[next[item.token]] = item.feature
            next[item.token] += 1
        }
        return (starts, features)
    }

    // MARK: Places of one word

    private struct Place {
        let hash: UInt64
        let token: Int
    }

    /// For each place that has others like it within reach, what those say.
    private static func evidence(_ places: [Place], _ probabilities: [LabelVector]) -> [(
        token: Int, evidence: Evidence
    )] {
        let sorted = places.sorted { ($0.hash, $0.token) < ($1.hash, $1.token) }
        var result: [(token: Int, evidence: Evidence)] = []
        var first = 0
        while first < sorted.count {
            var end = first + 1
            while end < sorted.count, sorted[end].hash == sorted[first].hash { end += 1 }
            if end > first + 1 { result += same(sorted[first..<end], probabilities) }
            first = end
        }
        return result
    }

    private static func same(
        _ places: ArraySlice<Place>, _ probabilities: [LabelVector]
    ) -> [(token: Int, evidence: Evidence)] {
        var result: [(token: Int, evidence: Evidence)] = []
        var low = places.startIndex
        var high = places.startIndex
        var window = Evidence()
        for place in places {
            while high < places.endIndex, places[high].token <= place.token + reach {
                window.add(places[high].token, probabilities, 1)
                high += 1
            }
            while places[low].token < place.token - reach {
                window.add(places[low].token, probabilities, -1)
                low += 1
            }
            guard window.count > 1 else { continue }
            var others = window
            others.add(place.token, probabilities, -1)
            result.append((place.token, others))
        }
        return result
    }
}

/// What the other places of a word say: the sum of their probabilities, those of the token after, and how many they are.
private struct Evidence {
    var sum = LabelVector.zero
    var next = LabelVector.zero
    var count: Float = 0

    mutating func add(_ token: Int, _ probabilities: [LabelVector], _ sign: Float) {
        sum += probabilities[token] * sign
        if token + 1 < probabilities.count { next += probabilities[token + 1] * sign }
        count += sign
    }

    /// `neighbours` tells whether the words before and after are capitalised too.
    func wordFeatures(neighbours: UInt64) -> [UInt64] {
        let types = (sum.begins + sum.insides + sum.ends + sum.singles) / count
        var best = 8
        var share = 1 - types.total
        var second = 8
        for type in 0..<8 where types[type] > share {
            second = best
            best = type
            share = types[type]
        }
        for type in 0..<8 where type != best && types[type] > 0.15 { second = type }
        let level = Self.level(share)
        let many = UInt64(min(count, 3))
        let main = UInt64(best) << 8 | level << 4
        return [
            Self.hash(100, main | many), Self.hash(101, main | neighbours), Self.feature(102, sum, count),
            Self.hash(103, UInt64(best) << 8 | UInt64(second) << 4 | min(many, 2)),
        ]
    }

    /// The most probable label and how probable it is.
    static func feature(_ template: UInt64, _ sum: LabelVector, _ count: Float) -> UInt64 {
        var best = Labels.lanes
        var share = 1 - sum.total / count
        for lane in 0..<Labels.lanes where sum[lane] / count > share {
            best = lane
            share = sum[lane] / count
        }
        return hash(template, UInt64(best) << 4 | level(share))
    }

    private static func level(_ share: Float) -> UInt64 {
        share > 0.97 ? 5 : share > 0.85 ? 4 : share > 0.7 ? 3 : share > 0.5 ? 2 : share > 0.3 ? 1 : 0
    }

    private static func hash(_ template: UInt64, _ value: UInt64) -> UInt64 {
        WordHash.mixed(value &+ template &* 0x9E37_79B9_7F4A_7C15)
    }
}
