import Annotation

/// Finds the outlets, agencies and press services that a text cites: by the words that cite, in the dateline, in a credit.
///
/// People who speak for themselves and institutions that publish are no sources. Reads names and mentions.
package struct SourceReader: ReadingStage {
    package let name = "sources"
    package let reads: Set<ReadingLayer> = [.names, .entities]
    package let adds: Set<ReadingLayer> = [.sources]

    package init() {}

    package func read(_ reading: inout Reading) {
        let text = reading.view.pieces
        let parser = SourceParser(reading.view)
        var found: [Range<Int>] = parser.dateline()
        for index in 0..<text.count where text.pieces[index].kind == .word {
            if let source = parser.source(at: index) { found.append(source) }
        }
        var end = 0
        for tokens in found.map(text.tokens).sorted(by: {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        })
        where tokens.lowerBound >= end {
            reading.sources.append(FoundSource(tokens: tokens, entity: entity(in: tokens, of: reading.view)))
            end = tokens.upperBound
        }
    }

    /// The entity of the first name that lies in the tokens.
    private func entity(in tokens: Range<Int>, of view: DocumentView) -> Int? {
        tokens.lazy.compactMap { view.mention(at: $0) }.first?.entity
    }
}
