import Annotation
import Testing

@testable import Extraction

@Suite struct PublicationDateTests {
    /// Sections as kinds with their texts; the tokens of boilerplate are left out.
    static func published(_ parts: [(Section.Kind, String)]) -> Published? {
        var bytes: [UInt8] = []
        var sections: [PageSection] = []
        for (kind, part) in parts {
            let start = bytes.count
            bytes += Array(part.utf8)
            sections.append(PageSection(kind: kind, bytes: start..<bytes.count))
        }
        let kept = sections.filter { $0.kind != .boilerplate }.map(\.bytes)
        var reading = Reading(text: TokenizedText(bytes).keeping(kept), sections: sections, language: "en", names: [])
        DateReader().read(&reading)
        return reading.published
    }

    @Test(arguments: [
        " date 2025-01-28 (MENAFN- Agency) The forum met.", "DAKAR, Senegal, Jan 28 2025 (IPS) - It rained.",
        "CAIRO - 28 January 2025: The bank met.", "Published: January 28, 2025\nThe bank met.",
        "The bank met.\nPublished in The Paper, January 28th, 2025",
    ])
    func aDatelineOrImprintStatesIt(text: String) {
        #expect(Self.published([(.body, text)]) == Published(value: "2025-01-28", basis: .stated))
    }

    @Test func aDatelineSectionStatesIt() {
        let parts: [(Section.Kind, String)] = [
            (.title, "A storm\n"), (.dateline, "by Staff Reporter | 28 January 2025 10:30\n"),
            (.body, "It rained on 3 March 2020."),
        ]
        #expect(Self.published(parts) == Published(value: "2025-01-28", basis: .stated))
    }

    @Test func aBylineAboveTheBodyMayBeBoilerplate() {
        let parts: [(Section.Kind, String)] = [
            (.boilerplate, "Share\nPosted on January 28, 2025 by admin\n"), (.body, "It rained."),
        ]
        #expect(Self.published(parts) == Published(value: "2025-01-28", basis: .stated))
    }

    @Test(arguments: [
        "Police said today (January 28, 2025) it rained.", "Police said yesterday (January 27, 2025) it rained.",
    ])
    func todayWithItsDateForcesIt(text: String) {
        #expect(Self.published([(.body, text)]) == Published(value: "2025-01-28", basis: .inferred))
    }

    @Test func aSidebarsStampOrAnEventsDateProvesNothing() {
        #expect(
            Self.published([(.body, "It rained.\n"), (.boilerplate, "News\nSaturday November 23rd, 2024\n")]) == nil)
        #expect(Self.published([(.body, "The bank met on January 28, 2025 in Riga.")]) == nil)
        #expect(Self.published([(.body, "RIGA, 15 October - It rained.")]) == nil)
    }
}
