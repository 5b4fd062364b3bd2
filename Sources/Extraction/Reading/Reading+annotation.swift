package import Annotation

extension Reading {
    /// The annotation of what was read: code-point offsets, exact strings, ids in order of start.
    ///
    /// - Parameter source: the text as submitted, where it is not that which was read: its line ends inside sentences.
    package func annotation(of source: [UInt8]? = nil, document: String, extractor: String) -> Annotation {
        let source = source ?? text.bytes
        let edge = Edge(text: text, source: source, offsets: CodePointOffsets(source))
        let order = entityOrder()
        let ids = order.ids
        var result = Annotation(document: document, extractor: extractor)
        result.language = language
        result.title = title.map(edge.span(bytes:))
        result.published = published
        result.sections = sections.map {
            let range = edge.codePoints($0.bytes)
            return Section(kind: $0.kind, start: range.lowerBound, end: range.upperBound, language: $0.language)
        }
        result.mentions = mentions.enumerated().map { index, mention in
            let span = edge.span(tokens: mention.tokens)
            return Mention(
                id: "m\(index + 1)", start: span.start, end: span.end, text: span.text, type: mention.type,
                subtype: mention.subtype, kind: mention.kind, entity: ids[mention.entity],
                confidence: mention.confidence)
        }
        result.entities = order.sorted.map { index in
            let entity = entities[index]
            return Entity(
                id: ids[index], type: entity.type, subtype: entity.subtype, name: entity.name,
                aliases: Array(entity.aliases.prefix(Entity.maximumAliases)), country: entity.country,
                gazetteer: entity.gazetteer)
        }
        addFacts(to: &result, ids: ids, edge: edge)
        return result
    }

    private func addFacts(to result: inout Annotation, ids: [String], edge: Edge) {
        result.roles = roles.map { role in
            let span = edge.span(tokens: role.tokens)
            return Role(
                holder: ids[role.holder], office: role.office, organization: role.organization.map { ids[$0] },
                country: role.country, start: span.start, end: span.end, text: span.text)
        }.sorted { ($0.start, $0.end, $0.holder) < ($1.start, $1.end, $1.holder) }
        result.quotes = quotes.map { quote in
            let span = edge.span(bytes: quote.bytes)
            return Quote(
                kind: quote.kind, start: span.start, end: span.end, text: span.text,
                speaker: quote.speaker.map { ids[$0] }, speakerText: quote.speakerTokens.map(text.string(of:)),
                speakerBasis: quote.speakerBasis, confidence: quote.confidence,
                cue: quote.cue.map(text.string(of:)), source: quote.source.map { ids[$0] })
        }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        result.dates = dates.map { date in
            let span = edge.span(tokens: date.tokens)
            return DateExpression(
                start: span.start, end: span.end, text: span.text, type: date.type, value: date.value,
                offset: date.offset)
        }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        result.quantities = quantities.map { quantity in
            let span = edge.span(bytes: quantity.bytes)
            return Quantity(
                start: span.start, end: span.end, text: span.text, kind: quantity.kind, value: quantity.value,
                unit: quantity.unit)
        }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
        result.sources = sources.map { source in
            let span = edge.span(tokens: source.tokens)
            return Source(start: span.start, end: span.end, text: span.text, entity: source.entity.map { ids[$0] })
        }.sorted { ($0.start, $0.end) < ($1.start, $1.end) }
    }

    /// Entities are numbered by their first mention; one without a mention is left out.
    private func entityOrder() -> (sorted: [Int], ids: [String]) {
        var ids = [String](repeating: "", count: entities.count)
        var sorted: [Int] = []
        for mention in mentions where ids[mention.entity].isEmpty {
            sorted.append(mention.entity)
            ids[mention.entity] = "e\(sorted.count)"
        }
        return (sorted, ids)
    }
}

/// Turns token and byte ranges into spans of code points.
private struct Edge {
    let text: TokenizedText
    let source: [UInt8]
    let offsets: CodePointOffsets

    func codePoints(_ bytes: Range<Int>) -> Range<Int> {
        offsets.codePoint(atByte: bytes.lowerBound)..<offsets.codePoint(atByte: bytes.upperBound)
    }

    func span(bytes: Range<Int>) -> TextSpan {
        let range = codePoints(bytes)
        return TextSpan(
            start: range.lowerBound, end: range.upperBound, text: String(decoding: source[bytes], as: UTF8.self))
    }

    func span(tokens: Range<Int>) -> TextSpan {
        span(bytes: Int(text.tokens[tokens.lowerBound].start)..<Int(text.tokens[tokens.upperBound - 1].end))
    }
}
