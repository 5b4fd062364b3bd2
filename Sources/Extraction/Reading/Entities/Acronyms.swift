/// The acronyms that a long name may have, and whether one stands for a name.
enum Acronyms {
    /// Initials with and without function words, and without a country before or behind.
    static func candidates(for words: [String], content: [String]) -> Set<String> {
        let substantial = words.filter { !OrganizationWords.function.contains($0) }
        guard substantial.count > 1 else { return [] }
        var result: Set<String> = [initials(words), initials(substantial)]
        if content.count > 1 {
            result.insert(initials(words.filter { content.contains($0) || OrganizationWords.function.contains($0) }))
            result.insert(initials(words.filter { content.contains($0) }))
        }
        for ending in ["of", "for"] {
            if let cut = words.firstIndex(of: ending), cut > 1 { result.insert(initials(Array(words[..<cut]))) }
        }
        return result.filter { $0.utf8.count > 1 }
    }

    private static func initials(_ words: [String]) -> String {
        String(decoding: words.compactMap(\.utf8.first), as: UTF8.self)
    }

    /// Whether an acronym in brackets can belong to the long name before it.
    ///
    /// Half of its letters begin words of the name, in whatever order: acronyms of other languages come in brackets too.
    static func fits(_ acronym: String, _ words: [String]) -> Bool {
        var initials = words.compactMap(\.utf8.first)
        let letters = acronym.utf8.filter { (0x61...0x7A).contains($0) }
        var found = 0
        for letter in letters {
            if let index = initials.firstIndex(of: letter) {
                initials.remove(at: index)
                found += 1
            }
        }
        return letters.count > 1 && 2 * found >= letters.count
    }
}
