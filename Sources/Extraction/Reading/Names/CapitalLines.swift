import Annotation

/// Headlines in capitals: a name ends before the verb, and whoever the body names is named here too.
enum CapitalLines {
    static func apply(to drafts: inout NameDrafts) {
        let view = drafts.view
        let lines = view.text.sentences.filter { isInCapitals($0, view) }
        guard !lines.isEmpty else { return }
        let people = lastNames(drafts, outside: Set(lines.map(\.lowerBound)))
        for line in lines {
            for token in line {
                if let name = drafts.name(at: token), name.tokens.lowerBound == token { trim(name, &drafts) }
            }
            for token in line where drafts.name(at: token) == nil && people.contains(view.key(token)) {
                drafts.put(token..<token + 1, .person, confidence: 0.8)
            }
        }
    }

    /// Four words or more, hardly a small letter.
    static func isInCapitals(_ sentence: Range<Int>, _ view: DocumentView) -> Bool {
        var words = 0
        for token in sentence where view[token].contains(.word) {
            guard view.text.bytes(of: token).allSatisfy({ !(0x61...0x7A).contains($0) }) else { return false }
            words += 1
        }
        return words >= 4
    }

    private static func trim(_ name: RecognizedName, _ drafts: inout NameDrafts) {
        guard let verb = name.tokens.dropFirst().first(where: { drafts.view[$0].contains(.headlineVerb) }) else {
            return
        }
        drafts.put(name.tokens.lowerBound..<verb, name.type, confidence: name.confidence, subtype: name.subtype)
    }

    /// The last names of people whom the text names in small letters.
    private static func lastNames(_ drafts: NameDrafts, outside lines: Set<Int>) -> Set<UInt64> {
        var names: Set<UInt64> = []
        for name in drafts.all where name.type == .person && name.confidence >= 0.7 {
            let last = name.tokens.upperBound - 1
            guard !lines.contains(drafts.view.sentence(of: last).lowerBound), drafts.view.text.tokens[last].count >= 4
            else { continue }
            if drafts.isNameWord(last) { names.insert(drafts.view.key(last)) }
        }
        return names
    }
}
