/// Finds the noun that a number counts, by the forms of plurals: no tagger needed, linear, at most six words ahead.
struct CountedNoun: Sendable {
    let text: PieceText

    /// What is counted, as words, and the piece behind it.
    func noun(behind number: NumberReader.Number) -> (unit: String, end: Int)? {
        let isOne = number.value == 1
        var index = number.end
        var start = index
        // "The 2021 Forbes list": a year before a name.
        if number.isYear, text.isCapital(index) { return nil }
        if let part = part(behind: number.end) { return part }
        // "Two of his ministers"
        if !isOne, text.is(index, "of"), text.has(index + 1, .definite) || text.has(index + 1, .determiner) {
            index += 2
            start = index
        }
        for _ in 0..<7 {
            // "18 Leopard 2 tanks": the number of a model is passed over.
            if text.isNumber(index), index > number.end, Self.isModel(text, index - 1), text.isWord(index + 1) {
                index += 1
                continue
            }
            guard text.isWord(index), !text.opensLine(index) else { return nil }
            let role = text.look(index, in: Self.roles)
            if role == .stop { return nil }
            if isOne ? role == .one : (role == .plural || role == nil && isPlural(index)) {
                let end = compound(index + 1)
                return (unit(start..<end), end)
            }
            // "Three more men" counts men.
            if role == .describing || isParticiple(index) { if start == index { start = index + 1 } }
            if isOne, role == nil, index > number.end { return nil }
            index = behindDash(index + 1)
        }
        return nil
    }

    /// `27-member`: what stands in the singular behind a hyphen.
    private func part(behind index: Int) -> (unit: String, end: Int)? {
        guard Mark.isDash(text.mark(index)), text.isGlued(index), text.isGlued(index + 1),
            text.has(index + 1, .countedPart)
        else { return nil }
        return (unit(index + 1..<index + 2), index + 2)
    }

    /// Whether a word may have a model's number behind it: it has a capital, also inside as `iPhone`.
    static func isModel(_ text: PieceText, _ index: Int) -> Bool {
        text.isWord(index) && text.bytes(of: index).contains { (0x41...0x5A).contains($0) }
            && text.look(index, in: DateWord.table) == nil
    }

    private func unit(_ pieces: Range<Int>) -> String {
        let range = text.byteRange(pieces)
        return String(decoding: text.bytes[range], as: UTF8.self).split { $0.isWhitespace }.joined(separator: " ")
    }

    private func behindDash(_ index: Int) -> Int {
        Mark.isDash(text.mark(index)) && text.isGlued(index) && text.isGlued(index + 1) ? index + 1 : index
    }

    /// "Sports cars": the plural that only describes the one behind it.
    private func compound(_ index: Int) -> Int {
        guard text.isWord(index), !text.opensLine(index), text.look(index, in: Self.roles) == nil, isPlural(index)
        else {
            return index
        }
        return text.look(index - 1, in: Self.roles) == .plural || Self.firstParts.has(text, index - 1)
            ? index + 1 : index
    }

    private func isPlural(_ index: Int) -> Bool {
        let piece = text.pieces[index]
        let end = Int(piece.end)
        guard piece.length > 2, text.bytes[end - 1] == 0x73 else { return false }
        let before = text.bytes[end - 2]
        // "MPs", but no other word of three letters.
        if piece.length == 3 { return before >= 0x41 && before <= 0x5A }
        // "press", "virus" and "crisis" are singular.
        return before != 0x73 && before != 0x75 && before != 0x69
    }

    /// "Leading", "injured": at the beginning of a noun phrase it describes.
    private func isParticiple(_ index: Int) -> Bool {
        let piece = text.pieces[index]
        guard piece.length > 5, !piece.capital else { return false }
        let tail = text.bytes[Int(piece.end) - 3..<Int(piece.end)]
        return tail.elementsEqual("ing".utf8) || tail.suffix(2).elementsEqual("ed".utf8)
    }

    private enum Role { case stop, describing, plural, one }

    private static let roles = WordTable<Role>(
        stops.map { ($0, Role.stop) } + describing.map { ($0, Role.describing) } + plurals.map { ($0, Role.plural) }
            + ones.map { ($0, Role.one) })

    private static let stops = [
        "a", "an", "the", "this", "that", "these", "those", "and", "or", "but", "nor", "of", "in", "on", "at", "to",
        "from",
        "by", "with", "for", "as", "into", "onto", "over", "under", "between", "among", "across", "towards", "toward",
        "during", "before", "after", "since", "until", "within", "without", "through", "against", "about", "above",
        "below", "per", "via", "off", "out", "up", "down", "is", "are", "was", "were", "be", "been", "being", "has",
        "have",
        "had", "does", "did", "do", "will", "would", "can", "could", "may", "might", "must", "shall", "should", "not",
        "which", "who", "whom", "whose", "what", "when", "where", "while", "if", "because", "than", "then", "so",
        "also",
        "it", "its", "he", "she", "they", "them", "his", "her", "their", "we", "us", "our", "you", "your", "i", "my",
        "me",
        "always", "perhaps", "plus", "versus", "says", "said", "yes", "times", "ago", "besides", "unless", "whereas",
        "there", "here", "both", "each", "every", "all", "any", "some", "no", "one", "years", "months", "weeks", "days",
        "hours", "minutes", "seconds", "decades", "centuries", "year", "month", "week", "day", "hour", "minute", "old",
        "percent", "million", "billion", "thousand", "hundred", "goes", "becomes", "remains", "includes", "gets",
        "makes",
    ]

    private static let describing = [
        "new", "old", "big", "large", "small", "more", "other", "different", "such", "young", "foreign", "main",
        "major",
        "key", "additional", "further", "separate", "single", "whole", "full", "local", "national", "international",
        "former", "top", "best", "first", "last", "different", "several", "possible", "independent", "adult", "elderly",
        "least", "most", "only", "individual", "poor", "rich", "long", "short", "little", "great",
        "total",
    ]

    private static let plurals = [
        "people", "men", "women", "children", "police", "troops", "personnel", "staff", "cattle", "sheep", "fish",
        "aircraft", "feet", "teeth", "mice", "series", "species", "policemen", "policewomen", "fishermen", "firemen",
        "servicemen", "businessmen", "lawmakers", "others", "passersby", "spacecraft", "crew", "dead", "injured",
        "buses",
        "gunmen", "youth", "offspring", "livestock", "poultry", "deer", "crises",
        "media",
        "households", "wounded", "houses", "gas", "dogs", "cows", "cars", "boys", "pigs", "jobs", "guns", "bags",
        "beds",
    ]

    private static let ones = [
        "person", "man", "woman", "child", "soldier", "civilian", "policeman", "officer", "student", "worker", "death",
        "case", "vote", "seat", "boy", "girl", "victim", "passenger", "suspect", "protester", "teacher", "company",
        "country", "house", "ship", "aircraft", "vehicle", "member", "patient", "prisoner", "journalist",
    ]

    private static let firstParts = WordTable<Bool>(
        [
            "sports", "arms", "goods", "news", "sales", "games", "customs", "rights",
        ].map { ($0, true) })
}
