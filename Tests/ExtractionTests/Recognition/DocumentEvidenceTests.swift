import Testing

@testable import Extraction

/// What the second look tells a token of the other places of its word.
@Suite struct DocumentEvidenceTests {
    /// The features of each token, where the tokens given are surely people and all others surely outside.
    private static func features(_ document: String, people: Set<Int>) -> [[UInt64]] {
        let text = TokenizedText(Array(document.utf8))
        let probabilities = text.tokens.indices.map { token in
            var vector = LabelVector.zero
            if people.contains(token) { vector[Labels.single(0)] = 1 }
            return vector
        }
        let evidence = DocumentEvidence(text, probabilities)
        return text.tokens.indices.map { Array(evidence.features[evidence.starts[$0]..<evidence.starts[$0 + 1]]) }
    }

    @Test func aWordThatStandsOnceSaysNothing() {
        #expect(Self.features("Okoye met Haddad in Lima .", people: [0, 2]).allSatisfy { $0.isEmpty })
    }

    @Test func aWordInLowerCaseSaysNothing() {
        #expect(Self.features("we will and they will and we will .", people: []).allSatisfy { $0.isEmpty })
    }

    @Test func eachPlaceHearsWhatTheOthersWereTakenForAndNotItself() {
        let unknown = Self.features("Hope came . Then Hope left .", people: [])
        let first = Self.features("Hope came . Then Hope left .", people: [0])
        #expect(!unknown[0].isEmpty && !unknown[4].isEmpty)
        #expect(first[0] == unknown[0])
        #expect(first[4] != unknown[4])
    }

    @Test func spellingInCapitalsIsTheSameWord() {
        let features = Self.features("HOPE came . Then Hope left .", people: [0])
        #expect(!features[0].isEmpty && !features[4].isEmpty)
    }

    @Test func placesFarAwayDoNotCount() {
        let near = "Hope came . " + String(repeating: "it was so . ", count: 100) + "Hope left ."
        let far = "Hope came . " + String(repeating: "it was so . ", count: 300) + "Hope left ."
        #expect(!Self.features(near, people: [0])[0].isEmpty)
        #expect(Self.features(far, people: [0])[0].isEmpty)
    }

    @Test(arguments: [100, 1000])
    func noWordHasMoreFeaturesForStandingOften(count: Int) {
        let features = Self.features(String(repeating: "Hope Okoye ", count: count), people: [])
        #expect(features.allSatisfy { $0.count <= 8 } && features.count == 2 * count)
    }
}
