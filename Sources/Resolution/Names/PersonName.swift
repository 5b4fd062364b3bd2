/// A person's name, parsed: titles and degrees away, particles apart, in the order given, middle, family.
package struct PersonName: Sendable {
    /// What a word of the name is.
    enum Kind: Sendable { case word, initial, patronymic, father }

    struct Part: Sendable {
        var letters: [UInt8]
        var sound: [UInt8]
        var kind: Kind
        /// A hyphen joins it to the part before.
        var isJoined: Bool
        /// A given name of the table.
        var isGiven: Bool
    }

    /// Given names first, family name last, without particles.
    private(set) var parts: [Part] = []
    /// Which of one family's bearers is meant: 1 for Sr., 2 for Jr. and II, and so on.
    private(set) var generation: Int?
    /// The name was written with the family name before a comma.
    private(set) var hasComma = false
    /// A nickname in brackets or quotation marks.
    private(set) var aside: Part?
    /// The family name stands first, as it does in East Asia; then the given name is one joined part.
    private(set) var isEastAsian = false
    private(set) var hasHyphen = false

    package init(_ name: String, tables: NameTables) {
        var words = NameWords(name, letters: tables.letters).words
        if let nickname = words.first(where: \.isAside), words.contains(where: { !$0.isAside }) {
            aside = Self.part(nickname, kind: .word, tables)
            words.removeAll(where: \.isAside)
        }
        words = removingTitles(words, tables)
        words = turningComma(words, tables)
        takeSuffix(&words, tables)
        takeParts(words, tables)
        turnPatronymic()
        readEastAsian(tables)
    }

    private func removingTitles(_ words: [NameWord], _ tables: NameTables) -> [NameWord] {
        var words = words[...]
        while words.count > 1, let first = words.first, tables.personWords.titles.contains(first.letters) {
            if tables.given.contains(first.letters), words.count < 3 { break }
            words.removeFirst()
        }
        while words.count > 2, let last = words.last, tables.personWords.degrees.contains(last.letters) {
            words.removeLast()
        }
        return Array(words)
    }

    /// `Putin, Vladimir` becomes `Vladimir Putin`; `King, Jr.` stays as it is.
    private mutating func turningComma(_ words: [NameWord], _ tables: NameTables) -> [NameWord] {
        guard let comma = words.firstIndex(where: \.followsComma), comma > 0 else { return words }
        let table = tables.personWords
        let behind = words[comma...].filter {
            !table.degrees.contains($0.letters) && !table.titles.contains($0.letters)
        }
        let suffixes = behind.filter { table.suffixes[$0.letters] != nil && $0.letters.count > 1 }
        let names = behind.filter { word in !suffixes.contains { $0.letters == word.letters } }
        if names.isEmpty { return Array(words[..<comma]) + suffixes }
        hasComma = true
        return names + words[..<comma] + suffixes
    }

    private mutating func takeSuffix(_ words: inout [NameWord], _ tables: NameTables) {
        guard words.count > 1 else { return }
        for index in words.indices.dropFirst().reversed() {
            guard let number = tables.personWords.suffixes[words[index].letters], !words[index].isJoined else {
                continue
            }
            guard index == words.count - 1 || words.count > 2 && number < 3 && words[index].letters.count == 2 else {
                continue
            }
            generation = number
            words.remove(at: index)
            return
        }
    }

    private mutating func takeParts(_ words: [NameWord], _ tables: NameTables) {
        let table = tables.personWords
        var index = 0
        while index < words.count {
            let word = words[index]
            let left = words.count - index - 1
            let isParticle = table.particles.contains(word.letters) && (index > 0 || words.count > 2)
            if isParticle, left > 0,
                word.isLower || word.letters.count > 1 && !(index == 0 && tables.given.contains(word.letters))
            {
                index += 1
                continue
            }
            if table.sons.contains(word.letters), left > 0 || index > 1 {
                if left == 0, !parts.isEmpty { parts[parts.count - 1].kind = .patronymic }
                if left > 0 {
                    // "ibn" says that the next is the father's; "bin Laden" is still all of the family name there is.
                    parts.append(Self.part(words[index + 1], kind: left > 1 ? .father : .word, tables))
                }
                index += 2
                continue
            }
            index += takeWord(at: index, of: words, tables)
        }
    }

    /// One part out of one or more words: `Abd al-Rahman`, `Mac Donald`, `O Brien`; the number of words taken.
    private mutating func takeWord(at index: Int, of words: [NameWord], _ tables: NameTables) -> Int {
        var word = words[index]
        var taken = 1
        if word.letters.starts(with: "abd".utf8), word.letters.count <= 5, index + 1 < words.count,
            let servant = Self.servant(words[index...], tables)
        {
            word.letters = Array("abd".utf8) + servant.letters
            taken = servant.taken
        } else if let whole = Self.servant(of: word.letters) {
            word.letters = whole
        } else if ["mc", "mac", "o"].contains(word.text), index > 0, index + 1 < words.count,
            !words[index + 1].isInitial
        {
            word.letters += words[index + 1].letters
            taken = 2
        }
        parts.append(Self.part(word, kind: Self.kind(of: word, isFirst: parts.isEmpty), tables))
        hasHyphen = hasHyphen || word.isJoined
        return taken
    }

    private static func kind(of word: NameWord, isFirst: Bool) -> Kind {
        if word.isInitial { return .initial }
        return !isFirst && isPatronymic(word.letters) ? .patronymic : .word
    }

    /// `Abd al-Rahman` and `Abdul Rahman`: the words taken and the letters behind.
    private static func servant(_ words: ArraySlice<NameWord>, _ tables: NameTables) -> (letters: [UInt8], taken: Int)?
    {
        guard let first = words.first,
            ["abd", "abdul", "abdel", "abdal", "abdu", "abdol", "abdur", "abder"].contains(first.text)
        else { return nil }
        let behind = words.dropFirst()
        guard let next = behind.first else { return nil }
        if ["al", "el", "ul", "ur", "ar", "er", "as", "us", "il", "ol"].contains(next.text),
            let third = behind.dropFirst().first
        {
            return (third.letters, 3)
        }
        return (next.letters, 2)
    }

    /// `Abdulrahman` and `Abderrahmane` as one word; nil for another word.
    private static func servant(of letters: [UInt8]) -> [UInt8]? {
        guard letters.count > 8, letters.starts(with: "abd".utf8) else { return nil }
        let vowel = letters[3]
        guard SoundCode.isVowel(vowel), !letters[4...].starts(with: "lla".utf8) else { return nil }
        var rest = letters[4...]
        if rest.first == UInt8(ascii: "l") {
            rest = rest.dropFirst()
        } else if rest.count > 1, rest.first == rest.dropFirst().first {
            rest = rest.dropFirst()
        } else {
            return nil
        }
        return Array("abd".utf8) + rest
    }

    /// `Vladimirovich`, `Viktorovych`, `Ivanovna`, `Olehivna`.
    static func isPatronymic(_ letters: [UInt8]) -> Bool {
        guard letters.count >= 7 else { return false }
        let endings = [
            "ovich", "evich", "ovych", "evych", "yovych", "ovitch", "evitch", "owicz", "ovna", "evna", "ivna", "yivna",
            "ichna",
            "ovic", "ewitsch", "owitsch",
        ]
        return endings.contains { ending in letters.suffix(ending.utf8.count).elementsEqual(ending.utf8) }
    }

    private static func part(_ word: NameWord, kind: Kind, _ tables: NameTables) -> Part {
        Part(
            letters: word.letters, sound: SoundCode.code(word.letters), kind: kind, isJoined: word.isJoined,
            isGiven: tables.given.isWhole(word.letters))
    }

    /// `Putin Vladimir Vladimirovich` becomes `Vladimir Vladimirovich Putin`.
    private mutating func turnPatronymic() {
        guard parts.count == 3, parts[2].kind == .patronymic, parts[1].kind == .word,
            parts[1].isGiven || !parts[0].isGiven
        else { return }
        parts.append(parts.removeFirst())
    }

    /// `Xi Jinping`, `Jin-ping Xi`: the family name comes first and the syllables of the given name are joined.
    private mutating func readEastAsian(_ tables: NameTables) {
        guard (2...4).contains(parts.count), !parts.contains(where: { $0.kind == .initial }) else { return }
        let isFirst = tables.surnames.isEastAsian(parts[0].letters)
        let isLast = tables.surnames.isEastAsian(parts[parts.count - 1].letters)
        guard isFirst || isLast else { return }
        let isTail =
            !isFirst || hasComma || isLast && parts[1].isJoined && parts.count > 2 && !parts[parts.count - 1].isJoined
        let rest = isTail ? Array(parts.dropLast()) : Array(parts.dropFirst())
        let tooLong = rest.contains { $0.letters.count > 6 && !tables.syllables.isPinyin($0.letters) }
        let hasHyphen = rest.count == 2 && rest[1].isJoined
        guard !tooLong, rest.count <= 2, hasHyphen || !rest.contains(where: \.isGiven) else { return }
        // "Joe Biden" and "Lee Harvey": a given name that is a surname in Korea too.
        let surname = isTail ? parts[parts.count - 1] : parts[0]
        if rest.count == 1, tables.given.contains(surname.letters) { return }
        var given = rest[0]
        given.letters = rest.flatMap(\.letters)
        given.sound = SoundCode.code(given.letters)
        guard given.letters.count <= 12 else { return }
        parts = [given, surname]
        isEastAsian = true
    }

    /// The last part becomes the first.
    mutating func rotate() {
        guard let last = parts.popLast() else { return }
        parts.insert(last, at: 0)
    }
}
