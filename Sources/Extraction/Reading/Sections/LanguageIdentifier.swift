/// Tells the language of a stretch of text by its script, its letters and its function words.
///
/// Sure of itself or silent: a line of names has no function words and gets no language, unless its script is that of
/// one language alone. Needs no model: the tables are `FunctionWords`.
struct LanguageIdentifier: Sendable {
    /// What speaks for each language in one stretch; stretches add up.
    struct Evidence: Sendable {
        /// In sixtieths of a function word, by index into `LanguageIdentifier.languages`.
        fileprivate var votes = [Int32](repeating: 0, count: LanguageIdentifier.languages.count)
        /// Function words, by the same index.
        fileprivate var hits = [Int32](repeating: 0, count: LanguageIdentifier.languages.count)
        fileprivate var latin = 0
        fileprivate var cyrillic = 0
        /// Letters of a script that settles the language, by index into `scripts`.
        fileprivate var others = [Int32](repeating: 0, count: LanguageIdentifier.scripts.count)
        /// Words that begin with a small letter: those that names leave.
        fileprivate var words = 0

        /// Forgets everything, to use the memory again.
        mutating func clear() {
            for index in votes.indices {
                votes[index] = 0
                hits[index] = 0
            }
            for index in others.indices { others[index] = 0 }
            (latin, cyrillic, words) = (0, 0, 0)
        }

        mutating func add(_ other: Evidence) {
            for index in votes.indices {
                votes[index] += other.votes[index]
                hits[index] += other.hits[index]
            }
            for index in others.indices { others[index] += other.others[index] }
            latin += other.latin
            cyrillic += other.cyrillic
            words += other.words
        }
    }

    /// What most letters of a stretch are.
    enum Script: Sendable { case latin, cyrillic, other, none }

    fileprivate static let languages = FunctionWords.latin.map(\.language) + FunctionWords.cyrillic.map(\.language)
    /// Scripts that one language of the news uses, by Unicode block.
    fileprivate static let scripts: [(language: String, block: ClosedRange<UInt32>)] = [
        ("el", 0x370...0x3FF), ("hy", 0x530...0x58F), ("he", 0x590...0x5FF), ("ar", 0x600...0x6FF),
        ("hi", 0x900...0x97F), ("bn", 0x980...0x9FF), ("ta", 0xB80...0xBFF), ("th", 0xE00...0xE7F),
        ("ka", 0x10A0...0x10FF), ("ja", 0x3040...0x30FF), ("zh", 0x4E00...0x9FFF), ("ko", 0xAC00...0xD7AF),
    ]
    private static let wordWeight: Int32 = 60

    /// The languages of a function word, each with its share of the weight.
    private let words: [UInt64: [(language: Int, weight: Int32)]]
    /// Function words that stand inside names: `van der`, `de la`, `al`.
    private let particles = ByteHash.set(FunctionWords.particles)
    private static let english = languages.firstIndex(of: "en") ?? 0
    /// Letters that only some languages have.
    private let letters: [UInt32: [(language: Int, weight: Int32)]]

    init() {
        var owners: [UInt64: [Int]] = [:]
        for (index, entry) in (FunctionWords.latin + FunctionWords.cyrillic).enumerated() {
            let common = index == Self.english ? " " + FunctionWords.commonEnglish : ""
            for hash in ByteHash.set(entry.words + common) { owners[hash, default: []].append(index) }
        }
        words = owners.mapValues { list in list.map { (language: $0, weight: Self.wordWeight / Int32(list.count)) } }
        letters = Self.letterTable()
    }

    /// Letters and the languages that they speak for.
    private static let marks: [(letters: String, languages: String)] = [
        ("іїєґ", "uk"), ("ыэё", "ru be"), ("ў", "be"), ("ъщ", "bg"), ("ъ", "ru"), ("ђћ", "sr"), ("ѓќѕ", "mk"),
        ("јљњ", "sr mk"),
        ("ąęśżźć", "pl"), ("ł", "pl"), ("řěů", "cs"), ("ľĺŕ", "sk"), ("őű", "hu"), ("ãõ", "pt"), ("ñ¿", "es"),
        ("ß", "de"),
        ("ışğ", "tr"), ("āēīņķļ", "lv"), ("ėųįū", "lt"), ("țășâ", "ro"), ("å", "sv da"), ("øæ", "da"), ("đč", "hr"),
        ("êœ", "fr"), ("ươđ", "vi"),
    ]

    private static func letterTable() -> [UInt32: [(language: Int, weight: Int32)]] {
        var table: [UInt32: [(language: Int, weight: Int32)]] = [:]
        for mark in marks {
            for name in mark.languages.split(separator: " ") {
                guard let language = languages.firstIndex(of: String(name)) else { continue }
                for scalar in mark.letters.unicodeScalars {
                    table[scalar.value, default: []].append((language: language, weight: wordWeight / 2))
                }
            }
        }
        return table
    }

    /// Adds what a range of the text says.
    ///
    /// Names tell nothing of the language that speaks of them: "Los Angeles" and "Jan van der Berg" are no Spanish and no
    /// Dutch. A function word beside a capital counts for English alone where it has a capital itself, or is a particle
    /// between two.
    func gather(_ range: Range<Int>, of text: FoldedText, into evidence: inout Evidence) {
        var pending: [Range<Int>] = []
        var followsCapital = false
        text.forEachWord(in: range) { word in
            let isCapital = text.isUppercase(at: word.lowerBound)
            if !isCapital, followsCapital || !pending.isEmpty, pending.count < 4, particles.contains(text.hash(word)) {
                evidence.words += 1
                pending.append(word)
            } else {
                for particle in pending { vote(particle, in: text, onlyEnglish: isCapital, into: &evidence) }
                pending = isCapital ? [word] : []
                if !isCapital {
                    evidence.words += 1
                    vote(word, in: text, onlyEnglish: false, into: &evidence)
                }
            }
            followsCapital = isCapital
            count(scalarsOf: word, in: text, into: &evidence)
        }
        for word in pending { vote(word, in: text, onlyEnglish: false, into: &evidence) }
    }

    /// Counts what a word speaks for: its languages as a function word, and English by its ending.
    private func vote(_ word: Range<Int>, in text: FoldedText, onlyEnglish: Bool, into evidence: inout Evidence) {
        if word.count <= 24, let owners = words[text.hash(word)] {
            for owner in owners where !onlyEnglish || owner.language == Self.english {
                evidence.votes[owner.language] += owner.weight
                evidence.hits[owner.language] += 1
            }
        } else if Self.endsAsEnglish(text.folded[word]) {
            evidence.votes[Self.english] += Self.wordWeight / 3
            evidence.hits[Self.english] += 1
        }
    }

    /// `disagreed`, `leading`, `nearly`, `Modi's`.
    private static func endsAsEnglish(_ word: ArraySlice<UInt8>) -> Bool {
        if word.count > 3, word.last == 0x73 {
            let mark = word[word.endIndex - 2]
            return mark == 0x27 || (mark == 0x99 && word[word.endIndex - 4] == 0xE2)
        }
        return word.count >= 6 && endings.contains { word.suffix($0.count).elementsEqual($0) }
            && word.allSatisfy { $0 < 0x80 }
    }

    private static let endings: [[UInt8]] = ["ed", "ing", "ly"].map { Array($0.utf8) }

    private func count(scalarsOf word: Range<Int>, in text: FoldedText, into evidence: inout Evidence) {
        var index = word.lowerBound
        while index < word.upperBound {
            let lead = text.folded[index]
            let length = FoldedText.length(ofLead: lead)
            if lead < 0x80 {
                if lead >= 0x61 { evidence.latin += 1 }
            } else if length == 2 {
                let scalar = UInt32(lead & 0x1F) << 6 | UInt32(text.folded[index + 1] & 0x3F)
                if scalar < 0x250 {
                    evidence.latin += 1
                } else if scalar >= 0x400, scalar < 0x530 {
                    evidence.cyrillic += 1
                }
                for owner in letters[scalar] ?? [] { evidence.votes[owner.language] += owner.weight }
                if scalar >= 0x370, scalar < 0x400 || scalar >= 0x530 { count(scalar, into: &evidence) }
            } else if length == 3 {
                let high = UInt32(lead & 0x0F) << 12 | UInt32(text.folded[index + 1] & 0x3F) << 6
                count(high | UInt32(text.folded[index + 2] & 0x3F), into: &evidence)
            }
            index += length
        }
    }

    private func count(_ scalar: UInt32, into evidence: inout Evidence) {
        for (index, script) in Self.scripts.enumerated() where script.block.contains(scalar) {
            evidence.others[index] += 1
            return
        }
    }

    /// The language that the evidence proves, or nil.
    func language(_ evidence: Evidence) -> String? {
        let other = evidence.others.max() ?? 0
        if Int(other) * 2 > evidence.latin + evidence.cyrillic, other > 0 {
            return scriptLanguage(evidence)
        }
        let isCyrillic = evidence.cyrillic > evidence.latin
        let from = isCyrillic ? FunctionWords.latin.count : 0
        let indexes = from..<(isCyrillic ? Self.languages.count : FunctionWords.latin.count)
        guard let best = indexes.max(by: { evidence.votes[$0] < evidence.votes[$1] }) else { return nil }
        let second = indexes.lazy.filter { $0 != best }.map { evidence.votes[$0] }.max() ?? 0
        let top = evidence.votes[best]
        guard top * 4 > second * 5 else { return nil }
        if isCyrillic { return top >= Self.wordWeight / 6 ? Self.languages[best] : nil }
        let isDense = evidence.hits[best] >= 2 && Int(evidence.hits[best]) * 8 >= evidence.words
        return isDense && top >= Self.wordWeight ? Self.languages[best] : nil
    }

    /// The script of most letters.
    func script(_ evidence: Evidence) -> Script {
        let other = Int(evidence.others.max() ?? 0)
        if other > max(evidence.latin, evidence.cyrillic) { return .other }
        if evidence.cyrillic > evidence.latin { return .cyrillic }
        return evidence.latin > 0 ? .latin : .none
    }

    /// The script that a language is written in.
    func script(of language: String) -> Script {
        if FunctionWords.cyrillic.contains(where: { $0.language == language }) { return .cyrillic }
        return Self.scripts.contains { $0.language == language } ? .other : .latin
    }

    /// Kana among Han letters is Japanese, however few.
    private func scriptLanguage(_ evidence: Evidence) -> String? {
        let counts = zip(Self.scripts, evidence.others)
        if let kana = counts.first(where: { $0.0.language == "ja" }),
            let han = counts.first(where: { $0.0.language == "zh" }),
            kana.1 * 10 > han.1, kana.1 > 0
        {
            return "ja"
        }
        return counts.max { $0.1 < $1.1 }?.0.language
    }
}
