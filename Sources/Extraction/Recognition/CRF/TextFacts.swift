/// What the features ask of the tokens of a block, worked out once.
struct TextFacts {
    let forms: TokenForms
    let clusters: [WordClusters.Packed]
    /// The lists that the longest phrase over a token is on, with the token's place in it (in bits 16 and 17: single,
    /// first, inner, last); 0 where no phrase is.
    let phrases: [UInt32]
    /// The lists that the token alone is on.
    let kinds: [PhraseKinds]
    let spellings: SpellingCounts

    init(_ block: ReadingBlock, _ lexicon: Lexicon) {
        forms = TokenForms(block.text, block.tokens)
        clusters = forms.lower.map(lexicon.clusters.of)
        var phrases = [UInt32](repeating: 0, count: forms.count)
        var kinds = [PhraseKinds](repeating: [], count: forms.count)
        for sentence in block.sentences {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                kinds[index] = lexicon.gazetteer.kinds(of: index..<index + 1, in: forms.lower)
                guard
                    let match = lexicon.gazetteer.longestMatch(
                        in: forms.lower, from: index, before: sentence.upperBound)
                else {
                    index += 1
                    continue
                }
                for inner in index..<match.end {
                    let isFirst = inner == index
                    let isLast = inner == match.end - 1
                    let place: UInt32 = isFirst ? (isLast ? 0 : 1) : isLast ? 3 : 2
                    phrases[inner] = UInt32(match.kinds.rawValue) | place << 16
                    if !isFirst { kinds[inner] = lexicon.gazetteer.kinds(of: inner..<inner + 1, in: forms.lower) }
                }
                index = match.end
            }
        }
        self.phrases = phrases
        self.kinds = kinds
        spellings = SpellingCounts(forms, block.sentences)
    }
}

/// How often each word of a document stands in lower case, and how often with a capital where lower case was possible.
struct SpellingCounts {
    private var keys: [UInt64]
    private var lower: [UInt16]
    private var upper: [UInt16]

    init(_ forms: TokenForms, _ sentences: [Range<Int>]) {
        var capacity = 64
        while capacity < forms.count * 2 { capacity *= 2 }
        keys = Array(repeating: 0, count: capacity)
        lower = Array(repeating: 0, count: capacity)
        upper = Array(repeating: 0, count: capacity)
        for sentence in sentences {
            let isHeadline = SentenceKind(forms, sentence) != .plain
            for index in sentence where forms.shapes[index].isWord {
                if !forms.shapes[index].isCapitalized {
                    count(forms.lower[index], in: \.lower)
                } else if index > sentence.lowerBound, !isHeadline {
                    count(forms.lower[index], in: \.upper)
                }
            }
        }
    }

    /// How the word is spelled in the document: 0 never where it shows, 1 lower case alone, 2 capital alone, 3 both.
    @inline(__always) func habit(_ hash: UInt64) -> UInt64 {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 {
            if keys[slot] == hash { return (lower[slot] > 0 ? 1 : 0) | (upper[slot] > 0 ? 2 : 0) }
            slot = (slot + 1) & mask
        }
        return 0
    }

    private mutating func count(_ hash: UInt64, in column: WritableKeyPath<SpellingCounts, [UInt16]>) {
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 && keys[slot] != hash { slot = (slot + 1) & mask }
        keys[slot] = hash
        self[keyPath: column][slot] = 1
    }
}

/// How a sentence uses capitals.
enum SentenceKind: UInt64 {
    case plain = 0
    /// `UKRAINE WINS VOTE`
    case capitals
    /// `Ukraine Wins the Vote`
    case titleCase
    /// No capital at all.
    case lowerCase

    init(_ forms: TokenForms, _ sentence: Range<Int>) {
        var words = 0
        var capitals = 0
        var capitalized = 0
        for index in sentence {
            let shape = forms.shapes[index]
            guard shape.isWord, shape.length > 3 || shape.isAllCaps else { continue }
            words += 1
            if shape.isAllCaps { capitals += 1 }
            if shape.isCapitalized { capitalized += 1 }
        }
        self =
            words >= 3 && capitals * 5 >= words * 4
            ? .capitals
            : words >= 4 && capitalized * 5 >= words * 4
                ? .titleCase : words >= 5 && capitalized == 0 ? .lowerCase : .plain
    }
}

/// Runs of capitalised words in a sentence: the likely extent of names.
struct CapitalRuns {
    /// For each token of the sentence, the run that it is in, or empty at the token.
    private(set) var runs: [Range<Int>] = []

    mutating func read(_ forms: TokenForms, _ sentence: Range<Int>) {
        runs.removeAll(keepingCapacity: true)
        var index = sentence.lowerBound
        while index < sentence.upperBound {
            var end = index
            while end < sentence.upperBound, forms.shapes[end].isCapitalized { end += 1 }
            if end == index {
                runs.append(index..<index)
                index += 1
            } else {
                for _ in index..<end { runs.append(index..<end) }
                index = end
            }
        }
    }
}
