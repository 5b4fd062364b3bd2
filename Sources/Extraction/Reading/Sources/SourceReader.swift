import Annotation

/// Finds the outlets, agencies and press services that a text cites: by the words that cite, in the dateline, in a credit.
///
/// People who speak for themselves and institutions that publish are no sources. Reads names and mentions.
package struct SourceReader: ReadingStage {
    package let name = "sources"

    package init() {}

    package func read(_ reading: inout Reading) {
        let text = PieceText(reading.text)
        let parser = SourceParser(text, reading)
        var found: [Range<Int>] = parser.dateline(of: reading)
        for index in 0..<text.count where text.pieces[index].kind == .word {
            found += parser.sources(at: index)
        }
        var end = 0
        for tokens in found.map(text.tokens).sorted(by: {
            ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound)
        })
        where tokens.lowerBound >= end {
            reading.sources.append(FoundSource(tokens: tokens, entity: entity(of: tokens, in: reading.mentions)))
            end = tokens.upperBound
        }
    }

    /// The entity of the first name that lies in the tokens.
    private func entity(of tokens: Range<Int>, in mentions: [FoundMention]) -> Int? {
        var low = 0
        var high = mentions.count
        while low < high {
            let middle = (low + high) / 2
            if mentions[middle].tokens.lowerBound < tokens.lowerBound { low = middle + 1 } else { high = middle }
        }
        guard low < mentions.count, mentions[low].tokens.lowerBound < tokens.upperBound else {
            return low > 0 && mentions[low - 1].tokens.overlaps(tokens) ? mentions[low - 1].entity : nil
        }
        return mentions[low].entity
    }
}
