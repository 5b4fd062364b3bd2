import Annotation

/// Finds names by rule: lists of countries and peoples, runs of capitalised words, titles before and words within names.
///
/// The baseline that the trained model has to beat; it needs no file.
public struct GazetteerRecognizer: Recognizer {
    public let version = "rules-1"
    private let lists: Gazetteer

    public init() {
        var lists = Gazetteer()
        WordLists.insertAll(into: &lists)
        self.lists = lists
    }

    public func recognize(_ texts: [TokenizedText]) -> [[RecognizedName]] { texts.map(names(of:)) }

    private func names(of text: TokenizedText) -> [RecognizedName] {
        let forms = TokenForms(text)
        var names: [RecognizedName] = []
        for sentence in text.sentences {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                let end = runEnd(text, forms, from: index, in: sentence)
                guard end > index else {
                    index += 1
                    continue
                }
                names += self.names(text, forms, run: index..<end, in: sentence)
                index = end
            }
        }
        return withLastNames(names, forms)
    }

    /// The end of the run of capitalised words that begins here, particles inside included.
    private func runEnd(_ text: TokenizedText, _ forms: TokenForms, from start: Int, in sentence: Range<Int>) -> Int {
        var end = start
        var index = start
        while index < sentence.upperBound {
            if forms.shapes[index].isCapitalized {
                if index == sentence.lowerBound, isPlain(text, index) { return start }
                index += 1
                end = index
            } else if end == index, end > start, isParticle(text, index) {
                index += 1
            } else {
                break
            }
        }
        return end
    }

    private func names(
        _ text: TokenizedText, _ forms: TokenForms, run: Range<Int>, in sentence: Range<Int>
    ) -> [RecognizedName] {
        var run = run
        var afterTitle = run.lowerBound > sentence.lowerBound && kinds(forms, run.lowerBound - 1).contains(.personTitle)
        while !run.isEmpty {
            let first = kinds(forms, run.lowerBound)
            if run.count > 1, first.contains(.personTitle) {
                afterTitle = true
                run.removeFirst()
            } else if let match = lists.longestMatch(in: forms.lower, from: run.lowerBound, before: run.upperBound),
                match.kinds.contains(.people), !hasOrganizationWord(forms, run)
            {
                let people = RecognizedName(tokens: run.lowerBound..<match.end, type: .group, confidence: 0.7)
                let rest = match.end..<run.upperBound
                return [people] + (rest.isEmpty ? [] : names(text, forms, run: rest, in: sentence))
            } else {
                break
            }
        }
        guard let first = run.first, run.count > 1 || !isPlain(text, first) else { return [] }
        // A word alone at the start of a sentence is in upper case anyway.
        let isAnyWord = run == sentence.lowerBound..<sentence.lowerBound + 1 && !forms.shapes[first].isAllCaps
        if isAnyWord, kinds(forms, first).isDisjoint(with: [.country, .region, .city]) { return [] }
        return [name(forms, run, afterTitle: afterTitle, in: sentence)]
    }

    private func name(
        _ forms: TokenForms, _ run: Range<Int>, afterTitle: Bool, in sentence: Range<Int>
    ) -> RecognizedName {
        let whole = lists.kinds(of: run, in: forms.lower)
        if whole.contains(.country) {
            return RecognizedName(tokens: run, type: .location, subtype: "country", confidence: 0.9)
        }
        if whole.contains(.region) {
            return RecognizedName(tokens: run, type: .location, subtype: "region", confidence: 0.8)
        }
        if afterTitle { return RecognizedName(tokens: run, type: .person, confidence: 0.8) }
        if hasOrganizationWord(forms, run) { return RecognizedName(tokens: run, type: .organization, confidence: 0.7) }
        let last = kinds(forms, run.upperBound - 1)
        let type: EntityType =
            if last.contains(.facilityWord) { .facility } else if last.contains(.eventWord) {
                .event
            } else if last
                .contains(.placeWord)
            {
                .location
            } else if run.count == 1 { forms.shapes[run.lowerBound].isAllCaps ? .organization : .location } else {
                .person
            }
        return RecognizedName(tokens: run, type: type, confidence: 0.5)
    }

    /// A last name alone is the person whose full name the text has.
    private func withLastNames(_ names: [RecognizedName], _ forms: TokenForms) -> [RecognizedName] {
        var lasts: Set<UInt64> = []
        for name in names where name.type == .person { lasts.insert(forms.lower[name.tokens.upperBound - 1]) }
        return names.map { name in
            guard name.tokens.count == 1, lasts.contains(forms.lower[name.tokens.lowerBound]) else { return name }
            return RecognizedName(tokens: name.tokens, type: .person, confidence: 0.7)
        }
    }

    private func kinds(_ forms: TokenForms, _ index: Int) -> PhraseKinds {
        lists.kinds(of: index..<index + 1, in: forms.lower)
    }

    private func hasOrganizationWord(_ forms: TokenForms, _ run: Range<Int>) -> Bool {
        run.contains { kinds(forms, $0).contains(.organizationWord) }
    }

    private func isPlain(_ text: TokenizedText, _ index: Int) -> Bool { contains(WordLists.plainWords, text, index) }

    private func isParticle(_ text: TokenizedText, _ index: Int) -> Bool { contains(WordLists.particles, text, index) }

    private func contains(_ words: Set<PackedWord>, _ text: TokenizedText, _ index: Int) -> Bool {
        text.bytes.withUnsafeBufferPointer { bytes in
            PackedWord(bytes, Int(text.tokens[index].start)..<Int(text.tokens[index].end)).map(words.contains) ?? false
        }
    }
}
