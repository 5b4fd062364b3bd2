/// A name of an organisation, or of anything that is named like one: legal form apart, words with what they are worth.
package struct OrganizationName: Sendable {
    enum Kind: Sendable { case word, common, weak, country, number }

    struct Part: Sendable {
        var letters: [UInt8]
        var sound: [UInt8]
        var kind: Kind
    }

    private(set) var parts: [Part] = []
    private(set) var legalForm: OrganizationWordTable.LegalForm?
    /// The acronyms that the name may have; empty for a name of one word.
    private(set) var acronyms: Set<[UInt8]> = []
    /// The name is one word of at most seven letters.
    private(set) var isShort = false
    /// An acronym that stands in brackets behind the name.
    private(set) var aside: [UInt8]?

    package init(_ name: String, tables: NameTables) {
        var words = NameWords(name, letters: tables.letters).words
        if words.contains(where: \.isAside), words.contains(where: { !$0.isAside }) {
            let inside = words.filter(\.isAside)
            if inside.count == 1 { aside = inside[0].letters }
            words.removeAll(where: \.isAside)
        }
        words = Self.joiningLetters(words, tables)
        takeLegalForms(&words, tables)
        takeAcronyms(words, tables)
        takeParts(words, tables)
    }

    /// Single letters in a row are one word: `I B M`, `U.S.`; those of a legal form stay apart.
    private static func joiningLetters(_ words: [NameWord], _ tables: NameTables) -> [NameWord] {
        var joined: [NameWord] = []
        var run: [NameWord] = []
        func close() {
            guard let first = run.first else { return }
            let letters = run.map(\.letters)
            let isLegal = tables.organizationWords.phrases.contains { $0.words == letters }
            if run.count > 1, !isLegal {
                var whole = first
                whole.letters = letters.flatMap(\.self)
                whole.isCapitals = true
                joined.append(whole)
            } else {
                joined += run
            }
            run = []
        }
        for word in words {
            if word.isInitial, !word.isLower {
                run.append(word)
            } else {
                close()
                joined.append(word)
            }
        }
        close()
        return joined
    }

    private mutating func takeLegalForms(_ words: inout [NameWord], _ tables: NameTables) {
        let table = tables.organizationWords
        var found = true
        while found, words.count > 1 {
            found = false
            for (phrase, form) in table.phrases where words.count > phrase.count {
                if zip(words.suffix(phrase.count), phrase).allSatisfy({ $0.letters == $1 }) {
                    words.removeLast(phrase.count)
                } else if zip(words, phrase).allSatisfy({ $0.letters == $1 }), phrase.count > 1, phrase[0].count > 1 {
                    words.removeFirst(phrase.count)
                } else {
                    continue
                }
                legalForm = strongest(form)
                found = true
                break
            }
            if words.count > 1, let last = words.last, let form = table.legal[last.letters] {
                words.removeLast()
                legalForm = strongest(form)
                found = true
            } else if words.count > 1, let first = words.first, Self.leading.contains(first.letters),
                let form = table.legal[first.letters]
            {
                words.removeFirst()
                legalForm = strongest(form)
                found = true
            }
        }
    }

    /// Legal forms that stand before a name.
    private static let leading: Set<[UInt8]> = Set(
        [
            "ooo", "oao", "zao", "pao", "ao", "tov", "pat", "prat", "pjsc", "ojsc", "cjsc", "jsc", "too", "uab", "sia",
            "ip", "fop", "pt", "ojs", "at", "vat", "zat", "odo", "chup", "as", "ou", "llc",
        ]
        .map { Array($0.utf8) })

    private func strongest(_ form: OrganizationWordTable.LegalForm) -> OrganizationWordTable.LegalForm {
        guard let known = legalForm, known != .company else { return form }
        return known
    }

    private mutating func takeAcronyms(_ words: [NameWord], _ tables: NameTables) {
        if words.count == 1 { isShort = words[0].letters.count <= 7 && words[0].letters.count > 1 }
        guard (2...10).contains(words.count) else { return }
        let initials = { (words: [NameWord]) in words.compactMap(\.letters.first) }
        let content = words.filter { !tables.organizationWords.small.contains($0.letters) }
        acronyms.insert(initials(words))
        acronyms.insert(initials(content))
        if let first = content.first, let last = content.last {
            let folded = (first.text, last.text)
            if tables.countries.code(ofPeople: folded.0) != nil || tables.countries.code(ofEnglish: folded.0) != nil {
                acronyms.insert(initials(Array(content.dropFirst())))
            }
            if tables.countries.code(ofEnglish: folded.1) != nil {
                acronyms.insert(initials(Array(content.dropLast())))
            }
        }
        if legalForm == .company || legalForm == .stock {
            acronyms.insert(initials(content) + Array("c".utf8))
        }
        acronyms = acronyms.filter { $0.count > 1 }
    }

    private mutating func takeParts(_ words: [NameWord], _ tables: NameTables) {
        let table = tables.organizationWords
        var index = 0
        while index < words.count {
            if let (code, length) = Self.country(words[index...], tables) {
                parts.append(Part(letters: Array(code.utf8), sound: [], kind: .country))
                index += length
                continue
            }
            if let (word, length) = Self.synonym(words[index...], table) {
                append(word, tables)
                index += length
                continue
            }
            let word = words[index]
            index += 1
            if table.small.contains(word.letters), words.count > 1 { continue }
            append(word.letters, tables)
        }
    }

    private mutating func append(_ letters: [UInt8], _ tables: NameTables) {
        if let number = Self.number(letters) {
            parts.append(Part(letters: Array(String(number).utf8), sound: [], kind: .number))
        } else if let known = tables.organizationWords.words[letters] {
            parts.append(Part(letters: known.word, sound: [], kind: known.worth == .weak ? .weak : .common))
        } else {
            parts.append(Part(letters: letters, sound: SoundCode.code(letters), kind: .word))
        }
    }

    private static func synonym(_ words: ArraySlice<NameWord>, _ table: OrganizationWordTable) -> (
        word: [UInt8], length: Int
    )? {
        for (phrase, word) in table.synonyms
        where phrase.count <= words.count && zip(words, phrase).allSatisfy({ $0.letters == $1 }) {
            return (word, phrase.count)
        }
        return nil
    }

    /// A country at the start of the words: its name of up to four words, or its adjective.
    private static func country(_ words: ArraySlice<NameWord>, _ tables: NameTables) -> (code: String, length: Int)? {
        guard let first = words.first, first.letters.count > 1 else { return nil }
        for length in stride(from: min(4, words.count), through: 1, by: -1) {
            let name = words.prefix(length).map(\.text).joined(separator: " ")
            if length == 1, name.utf8.count <= 3, !first.isCapitals { continue }
            if let code = tables.countries.code(ofEnglish: name) { return (code, length) }
            if length <= 2, let code = tables.countries.code(ofPeople: name) { return (code, length) }
        }
        return nil
    }

    private static let romans: [[UInt8]: Int] = [
        Array("ii".utf8): 2, Array("iii".utf8): 3, Array("iv".utf8): 4, Array("vi".utf8): 6, Array("vii".utf8): 7,
        Array("viii".utf8): 8, Array("ix".utf8): 9,
    ]

    private static func number(_ letters: [UInt8]) -> Int? {
        if let roman = romans[letters] { return roman }
        guard let first = letters.first, first < 0x61 else { return nil }
        let digits = letters.prefix { $0 < 0x61 }
        let rest = String(decoding: letters[digits.count...], as: UTF8.self)
        return rest.isEmpty || ["st", "nd", "rd", "th"].contains(rest)
            ? Int(String(decoding: digits, as: UTF8.self)) : nil
    }
}
