extension Annotation {
    /// What contradicts the text or the rules of the annotation, one sentence each; empty where every fact is proved.
    ///
    /// Proves the key, every span with its exact string, the cover of the sections, that ids are unique, that references
    /// lead somewhere, that names, countries and the date of publication have their form, and the order of start. Takes time in proportion to the text and the annotation.
    /// - Parameter text: the document's bytes, valid UTF-8.
    public func problems(in text: [UInt8]) -> [String] {
        var check = AnnotationCheck(text: text)
        check.header(of: self, key: DocumentKey.of(text))
        check.values(in: self)
        check.cover(sections)
        check.references(in: self)
        check.spans(of: self)
        return check.problems
    }
}

/// Collects what is wrong with an annotation.
private struct AnnotationCheck {
    let text: [UInt8]
    let offsets: CodePointOffsets
    var problems: [String] = []

    init(text: [UInt8]) {
        self.text = text
        offsets = CodePointOffsets(text)
    }

    mutating func header(of annotation: Annotation, key: String) {
        expect(annotation.schema == Annotation.schema, "schema is \(annotation.schema.prefix(40)).")
        expect(annotation.document == key, "document is not the SHA-256 of the text.")
        expect(annotation.textSha256 == key, "textSha256 is not the SHA-256 of the text.")
        if let title = annotation.title { span("title", title.start, title.end, title.text) }
    }

    /// Names become rows and the date a key of order: they have a form and a bound.
    mutating func values(in annotation: Annotation) {
        if let published = annotation.published {
            expect(published.isDate, "published.value is not a date: write 2024-02-15, 2024-02 or 2024.")
        }
        for (index, entity) in annotation.entities.enumerated() {
            expect(Self.isName(entity.name), "entities[\(index)] has a name that is empty, holds a NUL or is too long.")
            expect(
                entity.aliases.count <= Entity.maximumAliases && entity.aliases.allSatisfy(Self.isName),
                "entities[\(index)] has more than \(Entity.maximumAliases) aliases, or one that is no name.")
            expect(Self.isCountry(entity.country), "entities[\(index)] has a country that is not two capital letters.")
        }
        for (index, role) in annotation.roles.enumerated() {
            expect(Self.isCountry(role.country), "roles[\(index)] has a country that is not two capital letters.")
            expect(!role.office.utf8.contains(0), "roles[\(index)] has an office that holds a NUL.")
        }
        for (index, quote) in annotation.quotes.enumerated() { speaker(of: quote, index) }
        expect(annotation.language?.utf8.contains(0) != true, "language holds a NUL.")
    }

    /// A basis needs a speaker, words that name one stand near the quotation, and a probability is one.
    private mutating func speaker(of quote: Quote, _ index: Int) {
        expect(
            quote.speakerBasis == nil || quote.speaker != nil, "quotes[\(index)] has a speakerBasis without a speaker.")
        expect(
            quote.confidence.map { (0...1).contains($0) } ?? true, "quotes[\(index)] has a confidence outside 0 to 1.")
        guard let words = quote.speakerText else { return }
        expect(!words.isEmpty && isNear(words, quote), "quotes[\(index)] has a speakerText that is not near its words.")
    }

    /// Whether the text has the words within 2,000 code points of an end of the quotation.
    private func isNear(_ words: String, _ quote: Quote) -> Bool {
        [quote.start, quote.end].map { min(max(0, $0), offsets.count) }.contains { place in
            let first = offsets.byte(atCodePoint: max(0, place - 2_000))
            let end = offsets.byte(atCodePoint: min(place + 2_000, offsets.count))
            return text[first..<end].contains(Array(words.utf8))
        }
    }

    private static func isName(_ name: String) -> Bool {
        (1...Entity.longestName).contains(name.utf8.count) && !name.utf8.contains(0)
    }

    private static func isCountry(_ code: String?) -> Bool {
        code.map { $0.utf8.count == 2 && $0.utf8.allSatisfy { (65...90).contains($0) } } ?? true
    }

    mutating func cover(_ sections: [Section]) {
        var end = 0
        for (index, section) in sections.enumerated() {
            expect(
                section.start == end && section.end > section.start,
                "sections[\(index)] starts at \(section.start) and ends at \(section.end) after \(end).")
            end = section.end
        }
        let length = offsets.count
        expect(end == length, "The sections end at \(end), the text at \(length).")
    }

    mutating func references(in annotation: Annotation) {
        let entities = unique(annotation.entities.map(\.id), "entities")
        _ = unique(annotation.mentions.map(\.id), "mentions")
        func known(_ id: String?) -> Bool { id.map(entities.contains) ?? true }
        for (index, mention) in annotation.mentions.enumerated() {
            expect(known(mention.entity), "mentions[\(index)] names an entity that is not there.")
            expect((0...1).contains(mention.confidence), "mentions[\(index)] has a confidence outside 0 to 1.")
        }
        for (index, role) in annotation.roles.enumerated() {
            expect(known(role.holder) && known(role.organization), "roles[\(index)] names an entity that is not there.")
        }
        for (index, quote) in annotation.quotes.enumerated() {
            expect(known(quote.speaker) && known(quote.source), "quotes[\(index)] names an entity that is not there.")
        }
        for (index, source) in annotation.sources.enumerated() {
            expect(known(source.entity), "sources[\(index)] names an entity that is not there.")
        }
    }

    mutating func spans(of annotation: Annotation) {
        list("mentions", annotation.mentions) { ($0.start, $0.end, $0.text) }
        list("roles", annotation.roles) { ($0.start, $0.end, $0.text) }
        list("quotes", annotation.quotes) { ($0.start, $0.end, $0.text) }
        list("dates", annotation.dates) { ($0.start, $0.end, $0.text) }
        list("quantities", annotation.quantities) { ($0.start, $0.end, $0.text) }
        list("sources", annotation.sources) { ($0.start, $0.end, $0.text) }
    }

    private mutating func list<Item>(_ name: String, _ items: [Item], _ span: (Item) -> (Int, Int, String)) {
        var last = 0
        for (index, item) in items.enumerated() {
            let (start, end, string) = span(item)
            self.span("\(name)[\(index)]", start, end, string)
            expect(start >= last, "\(name)[\(index)] starts before the one in front of it.")
            last = start
        }
    }

    private mutating func span(_ name: @autoclosure () -> String, _ start: Int, _ end: Int, _ string: String) {
        guard start >= 0, start < end, end <= offsets.count else {
            problems.append("\(name()) lies at \(start) to \(end), the text has \(offsets.count) code points.")
            return
        }
        let first = offsets.byte(atCodePoint: start)
        // The string's own length bounds the comparison, so that many wide spans cost no more than their strings.
        let count = string.utf8.count
        let matches = first + count <= text.count && string.utf8.elementsEqual(text[first..<first + count])
        expect(
            matches && offsets.byte(atCodePoint: end) == first + count,
            "\(name()) is not the text from \(start) to \(end).")
    }

    private mutating func unique(_ ids: [String], _ name: String) -> Set<String> {
        var seen: Set<String> = []
        for (index, id) in ids.enumerated() {
            expect(seen.insert(id).inserted, "\(name)[\(index)] has an id that was used before.")
        }
        return seen
    }

    private mutating func expect(_ holds: Bool, _ problem: @autoclosure () -> String) {
        if !holds { problems.append(problem()) }
    }
}
