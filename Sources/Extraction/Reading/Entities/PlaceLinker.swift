import Annotation

/// Joins the forms of one place or of one nationality within a document: by country, else by the words of the name.
struct PlaceLinker {
    private let forms: [NameForm]

    init(_ forms: [NameForm]) { self.forms = forms }

    func link(countries: inout CountryWords, into partition: inout Partition) {
        var byKey: [String: Int] = [:]
        for (index, form) in forms.enumerated() where form.type == .location || form.type == .group {
            let key = form.type.rawValue + " " + key(of: form, countries: &countries)
            if let other = byKey[key] { partition.join(other, index) } else { byKey[key] = index }
        }
    }

    private func key(of form: NameForm, countries: inout CountryWords) -> String {
        if let code = countries.code(of: form) { return code }
        return form.type == .location ? placeKey(form.words) : PlaceLinker.singular(form.words.joined(separator: " "))
    }

    private func placeKey(_ words: [String]) -> String {
        var content = words.map { OrganizationWords.synonyms[$0] ?? $0 }
        content = content.filter { !OrganizationWords.function.contains($0) || $0.utf8.count > 3 }
        if content.count > 1, let last = content.last, OrganizationWords.placeHeads.contains(last) {
            content.removeLast()
        } else if content.count > 1, content[0] == "city" {
            content.removeFirst()
        }
        return content.joined(separator: " ")
    }

    /// `Ukrainians` without its ending.
    static func singular(_ word: String) -> String {
        word.utf8.count > 4 && word.utf8.last == UInt8(ascii: "s") && !word.hasSuffix("ss")
            ? String(word.dropLast()) : word
    }
}
