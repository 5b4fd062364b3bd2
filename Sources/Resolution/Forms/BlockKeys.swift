import Annotation

/// The keys under which forms that may be one entity meet. Two forms that share no key are never compared.
struct BlockKeys {
    let tables: NameTables

    /// At most eight numbers, each once, in order.
    func keys(of form: Form, name: NameMatcher.ParsedName) -> [Int64] {
        var words: Set<String> = ["=" + form.folded]
        if let gazetteer = form.gazetteer { words.insert("#" + gazetteer) }
        switch name {
        case .person(let person): words.formUnion(keys(of: person))
        case .organization(let organization): words.formUnion(keys(of: organization))
        case .place(let place): words.formUnion(keys(of: place))
        }
        return words.sorted().prefix(8).map { Self.hash("\(form.type.rawValue) \($0)") }.sorted()
    }

    private func keys(of person: PersonName) -> [String] {
        guard let family = person.parts.last else { return [] }
        let end = Self.coarse(family.letters)
        guard person.parts.count > 1, let given = person.parts.first else { return ["f" + end] }
        // A bare family name looks for "f"; whole names look for each other by the beginnings of both.
        return [
            "f" + end, "g" + end + " " + Self.coarse(given.letters).prefix(1),
            "g" + Self.coarse(given.letters) + " " + end.prefix(1),
        ]
    }

    private func keys(of organization: OrganizationName) -> [String] {
        let words = organization.parts.filter { $0.kind == .word }.map { String(decoding: $0.letters, as: UTF8.self) }
        let all = organization.parts.map { String(decoding: $0.letters, as: UTF8.self) }.sorted().joined(separator: " ")
        let acronyms = organization.acronyms.map { "a" + String(decoding: $0, as: UTF8.self) }.sorted().prefix(3)
        let own = organization.isShort ? ["a" + (words.first ?? all)] : []
        let joined = "j" + organization.parts.flatMap(\.letters).map { String(UnicodeScalar($0)) }.joined()
        return ["w" + all, joined] + acronyms + own + words.sorted().prefix(2).map { "c" + Self.coarse(Array($0.utf8)) }
    }

    private func keys(of place: PlaceName) -> [String] {
        if let country = place.country { return ["country " + country] }
        if let line = place.line { return ["line \(line)"] }
        return ["p" + Self.coarse(Array(place.core.utf8))]
    }

    /// The first four consonants of a word in classes of like sound, its first letter if that is a vowel.
    static func coarse(_ letters: [UInt8]) -> String {
        var result = ""
        for symbol in SoundCode.code(letters) {
            let sound: Character
            switch symbol {
            case UInt8(ascii: "b"), UInt8(ascii: "p"): sound = "p"
            case UInt8(ascii: "v"), UInt8(ascii: "f"): sound = "f"
            case UInt8(ascii: "d"), UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "D"): sound = "t"
            case UInt8(ascii: "c"), UInt8(ascii: "k"), UInt8(ascii: "q"), UInt8(ascii: "g"), UInt8(ascii: "G"),
                UInt8(ascii: "X"), UInt8(ascii: "h"):
                sound = "k"
            case UInt8(ascii: "s"), UInt8(ascii: "z"), UInt8(ascii: "S"), UInt8(ascii: "Z"), UInt8(ascii: "C"),
                UInt8(ascii: "Q"), UInt8(ascii: "j"), UInt8(ascii: "x"):
                sound = "s"
            case UInt8(ascii: "m"), UInt8(ascii: "n"): sound = "n"
            case UInt8(ascii: "l"), UInt8(ascii: "r"): sound = "l"
            default:
                guard result.isEmpty, SoundCode.isVowel(symbol) else { continue }
                sound = "a"
            }
            if result.last != sound { result.append(sound) }
            if result.count == 4 { break }
        }
        return result.isEmpty ? String(decoding: letters.prefix(4), as: UTF8.self) : result
    }

    /// FNV-1a, the same on every machine.
    static func hash(_ text: String) -> Int64 {
        Int64(bitPattern: text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 })
    }
}
