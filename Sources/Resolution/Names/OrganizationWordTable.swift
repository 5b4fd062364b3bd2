/// Words of organisations' names: legal forms, words that many names have, words that mean nothing of their own.
struct OrganizationWordTable: Sendable {
    /// What a legal form says about the owners.
    enum LegalForm: String, Sendable { case limited, stock, company, people }

    /// What a word is worth in a name.
    enum Worth: Sendable { case weak, common }

    private(set) var small: Set<[UInt8]> = []
    private(set) var legal: [[UInt8]: LegalForm] = [:]
    /// Legal forms of several words, longest first.
    private(set) var phrases: [(words: [[UInt8]], form: LegalForm)] = []
    private(set) var words: [[UInt8]: (word: [UInt8], worth: Worth)] = [:]
    /// Phrases that stand for one word.
    private(set) var synonyms: [(words: [[UInt8]], word: [UInt8])] = []

    init(lines: [TableLine]) throws(ResolutionError) {
        for line in lines { try take(line) }
        phrases.sort { $0.words.count > $1.words.count }
    }

    private mutating func take(_ line: TableLine) throws(ResolutionError) {
        let last = (line.last ?? "").split(separator: " ").map { Array($0.utf8) }
        switch line[0] {
        case "small": small.formUnion(last)
        case "legal", "phrase":
            guard line.count > 2, let form = LegalForm(rawValue: line[1]) else { throw Self.error(line) }
            if line[0] == "phrase" { phrases.append((last, form)) } else { for word in last { legal[word] = form } }
        case "weak", "common":
            guard line.count > 1 else { throw Self.error(line) }
            for word in last { words[word] = (Array(line[1].utf8), line[0] == "weak" ? .weak : .common) }
        case "same":
            guard line.count > 2 else { throw Self.error(line) }
            synonyms.append((last, Array(line[1].utf8)))
        default: throw Self.error(line)
        }
    }

    private static func error(_ line: TableLine) -> ResolutionError {
        ResolutionError(table: "organization-words.tsv", message: "cannot read \(line.joined(separator: " "))")
    }
}
