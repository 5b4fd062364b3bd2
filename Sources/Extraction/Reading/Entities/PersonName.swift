/// The words of a person's name, and whether two such names can be one person's.
struct PersonName {
    let words: [String]

    init(_ words: [String]) {
        var words = words
        while words.count > 1, let last = words.last, PersonName.suffixes.contains(last) { words.removeLast() }
        self.words = words
    }

    var last: String { words[words.count - 1] }
    /// Only a last name, or only a first one; particles and the second part of a double name included.
    var isShort: Bool { words.count == 1 || PersonName.particles.contains(words[0]) }

    /// A last name without a first one: `Haddad`, `Al-Haddad`.
    var isLastAlone: Bool { words.count == 1 || words.count == 2 && PersonName.particles.contains(words[0]) }

    /// Whether this shorter or equally long name is a form of the other: words in order, first names or initials alike.
    func isForm(of full: PersonName) -> Bool {
        if words == full.words { return true }
        guard words.count > 1, full.words.count > 1 else { return false }
        if words.count == full.words.count, words.sorted() == full.words.sorted() { return true }
        if isTail(of: full) { return true }
        guard PersonName.match(words[0], full.words[0]), last == full.last || full.words.contains(last) else {
            return false
        }
        return isSubsequence(of: full)
    }

    /// The last part of the other name: `López Obrador`, `dos Santos`; not the name of a father after `bin` or `al`.
    private func isTail(of full: PersonName) -> Bool {
        guard full.words.count > words.count, full.words.suffix(words.count).elementsEqual(words) else { return false }
        return !PersonName.particles.contains(full.words[full.words.count - words.count - 1])
    }

    private func isSubsequence(of full: PersonName) -> Bool {
        var position = 0
        for word in words {
            while position < full.words.count, !PersonName.match(word, full.words[position]) { position += 1 }
            if position == full.words.count { return false }
            position += 1
        }
        return true
    }

    /// Equal, or one is the initial of the other.
    private static func match(_ first: String, _ second: String) -> Bool {
        if first == second { return true }
        guard first.utf8.count == 1 || second.utf8.count == 1 else { return false }
        return first.utf8.first == second.utf8.first
    }

    static let particles: Set<String> = [
        "al", "el", "bin", "ibn", "bint", "ben", "abu", "de", "da", "do", "dos", "das", "del", "della", "di", "du",
        "la",
        "le", "van", "von", "der", "den", "ter", "ten", "st", "ould", "wa", "binti", "af", "ap",
    ]
    private static let suffixes: Set<String> = ["jr", "sr", "ii", "iii", "iv", "junior", "sc", "phd", "md"]
}
