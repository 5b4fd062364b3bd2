import Annotation
import Extraction
import Foundation
import Testing

@Suite("Sections and quotations of the gold texts")
struct GoldQuotesTests {
    @Test("every direct quotation of the samples has its speaker")
    func seeds() throws {
        let (right, found, gold) = try count(GoldDocument.seeds)
        #expect((right, found, gold) == (6, 6, 6))
    }

    @Test(
        "nine of ten direct quotations of the development texts have their speaker",
        .enabled(if: GoldDocument.isPresent(GoldDocument.development)))
    func development() throws {
        let (right, found, gold) = try count(GoldDocument.development)
        #expect(right * 10 >= gold * 9)
        #expect(right * 10 >= found * 9)
    }

    @Test("the boilerplate of the samples is found to the character")
    func boilerplate() throws {
        var (both, either) = (0, 0)
        for (document, bytes) in try GoldDocument.load(GoldDocument.seeds) {
            let edge = CodePointOffsets(bytes)
            var found = [Bool](repeating: false, count: edge.count)
            for section in SectionReader().sections(of: bytes).sections where section.kind == .boilerplate {
                let range =
                    edge.codePoint(atByte: section.bytes.lowerBound)..<edge.codePoint(atByte: section.bytes.upperBound)
                for point in range { found[point] = true }
            }
            for point in found.indices {
                let isBoilerplate = !document.body.contains { ($0[0]..<$0[1]).contains(point) }
                both += isBoilerplate && found[point] ? 1 : 0
                either += isBoilerplate || found[point] ? 1 : 0
            }
        }
        #expect(both * 100 >= either * 95)
    }

    /// Direct quotations with the right span and speaker, all found outside fragments, and all of the gold.
    private func count(_ source: (gold: URL, texts: URL)) throws -> (right: Int, found: Int, gold: Int) {
        var total = (right: 0, found: 0, gold: 0)
        for (document, bytes) in try GoldDocument.load(source) {
            var reading = document.reading(of: bytes)
            OfficeReader().read(&reading)
            QuoteReader().read(&reading)
            let edge = CodePointOffsets(bytes)
            let pieces = document.quotes.filter { $0.kind != "direct" && $0.kind != "indirect" }
            total.gold += document.quotes.count { $0.kind == "direct" }
            for quote in reading.quotes where quote.kind == .direct {
                let span =
                    edge.codePoint(atByte: quote.bytes.lowerBound)..<edge.codePoint(atByte: quote.bytes.upperBound)
                let match = document.quotes.first {
                    $0.kind == "direct" && $0.start == span.lowerBound && abs($0.end - span.upperBound) < 3
                }
                if match == nil, pieces.contains(where: { ($0.start..<$0.end).overlaps(span) }) { continue }
                total.found += 1
                guard let match else { continue }
                // Whoever has no name in the text is right with the words of the text and no entity.
                let isNamed = document.entities.contains { $0.canonical == match.speaker }
                let words = quote.speaker == nil ? quote.speakerTokens.map(reading.text.string(of:)) : nil
                let isRight =
                    isNamed
                    ? match.speaker == quote.speaker.map { reading.entities[$0].name } : match.speakerText == words
                if isRight { total.right += 1 }
            }
        }
        return total
    }
}
