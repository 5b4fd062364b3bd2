import Annotation

/// What is counted for one form: how often it is named, how it is spelled, which countries the documents give.
///
/// Every number is the whole one, never a difference: writing a record twice changes nothing.
struct FormRecord: Sendable, Equatable {
    /// A spelling. Its place in the list is its number in the file; the first is the best name that the form came with.
    struct Name: Sendable, Equatable {
        var text: String
        var documents = 0
        var mentions = 0
        /// Whether the file may not know it as it is.
        var isChanged = false

        /// Swift's strings take composed and decomposed letters for equal, the file does not.
        func has(_ name: String) -> Bool { text.utf8.elementsEqual(name.utf8) }
    }

    struct Country: Sendable, Equatable {
        var code: String
        var documents: Int
    }

    let form: Int64
    let global: Int64
    let type: Int
    var documents = 0
    var mentions = 0
    var names: [Name]
    private(set) var countries: [Country] = []

    init(form: Int64, global: Int64, type: Int, names: [Name]) {
        self.form = form
        self.global = global
        self.type = type
        self.names = names
    }

    /// The country that most documents give; of two the first by letter.
    var country: String? {
        countries.min { ($1.documents, $0.code) < ($0.documents, $1.code) }?.code
    }

    /// Most documents first, then by id: the smaller goes first.
    var rank: Pair { Pair(-Int64(documents), Ordinal.of(global)) }

    /// The spelling of the best name that most mentions have. Another form, like a surname, may stand more often.
    var bestName: String { names[best].text }

    /// The number of that spelling.
    var best: Int {
        guard names.count > 1 else { return 0 }
        let folded = DocumentFacts.fold(names[0].text)
        let numbers = names.indices.filter {
            names[$0].documents > 0 && ($0 == 0 || DocumentFacts.fold(names[$0].text).utf8.elementsEqual(folded.utf8))
        }
        return numbers.min { Self.goesFirst(names[$0], names[$1]) } ?? 0
    }

    /// The spellings that are in use, most mentions first.
    var namesInUse: [Name] { names.filter { $0.documents > 0 }.sorted(by: Self.goesFirst) }

    private static func goesFirst(_ left: Name, _ right: Name) -> Bool {
        if left.mentions != right.mentions { return left.mentions > right.mentions }
        return left.text.utf8.lexicographicallyPrecedes(right.text.utf8)
    }

    mutating func add(country code: String, documents: Int) {
        set(country: code, documents: (countries.first { $0.code == code }?.documents ?? 0) + documents)
    }

    mutating func set(country code: String, documents: Int) {
        countries.removeAll { $0.code == code }
        if documents > 0 { countries.append(Country(code: code, documents: documents)) }
        countries.sort { $0.code < $1.code }
    }

    /// The countries as the file has them, `RU 2,UA 5`; nil where there are none.
    var countryList: String? {
        countries.isEmpty ? nil : countries.map { "\($0.code) \($0.documents)" }.joined(separator: ",")
    }

    mutating func read(countryList: String?) {
        for part in (countryList ?? "").split(separator: ",") {
            let words = part.split(separator: " ")
            if words.count == 2, let documents = Int(words[1]) {
                set(country: String(words[0]), documents: documents)
            }
        }
    }
}

/// Unsigned 64-bit numbers in the order of SQLite's signed ones.
enum Ordinal {
    static func of(_ number: Int64) -> Int64 { number ^ .min }

    /// The first 64 bits of a document's key.
    static func of(key: some Collection<UInt8>) -> Int64 {
        of(Int64(bitPattern: key.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }))
    }

    /// Of names, wherever one is looked for (FNV-1a); what is found is compared with the name itself.
    static func hash(_ text: some StringProtocol) -> Int64 {
        let hash = text.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        return Int64(bitPattern: hash)
    }
}
