import Foundation
import Testing

@testable import Extraction

@Suite struct ModelFileTests {
    private static let words: [(String, WordClusters.Packed)] = [
        ("minister", WordClusters.packed(1, 2, 3)), ("kyiv", WordClusters.packed(63, 255, 1023)),
    ]

    private static func sample(weight: Int8 = 100) -> [UInt8] {
        var gazetteer = Gazetteer()
        gazetteer.insert("New York", .city)
        let clusters = WordClusters(words.map { (WordClusters.hash(of: $0.0), $0.1) })
        var row = SIMD32<Int8>.zero
        row[Labels.single(0)] = weight
        // The exact word `Ann`, template 1.
        let keys = [UInt64(5), 6, 1 << 39]
        let rows = [row, row, row]
        let model = Model(
            name: "sample-1", transitions: Transitions((0..<Transitions.count).map(Float.init)),
            weights: FeatureWeights(scale: 0.05, keys: keys, rows: rows),
            lexicon: Lexicon(clusters: clusters, gazetteer: gazetteer), calibration: .identity, eagerness: 0.25)
        return model.encoded(keys: keys, rows: rows)
    }

    private static func read(_ bytes: [UInt8]) throws -> Model {
        try bytes.withUnsafeBufferPointer { try Model(bytes: $0) }
    }

    @Test func readsWhatItWrote() throws {
        let model = try Self.read(Self.sample())
        #expect(model.name == "sample-1" && model.eagerness == 0.25 && model.weights.scale == 0.05)
        #expect(model.transitions.flat == (0..<Transitions.count).map(Float.init))
        for (word, clusters) in Self.words { #expect(model.lexicon.clusters.of(WordHash.lower(word)) == clusters) }
        #expect(model.lexicon.clusters.of(WordHash.lower("other")) == 0)
        let forms = TokenForms(TokenizedText(Array("NEW YORK".utf8)))
        #expect(model.lexicon.gazetteer.longestMatch(in: forms.lower, from: 0, before: 2)?.kinds == .city)
        #expect(model.lexicon.gazetteer.longestMatch(in: forms.lower, from: 0, before: 1) == nil)
    }

    @Test func otherWeightsOfTheSameNameAreAnotherVersion() throws {
        let versions = try [100, 100, 99].map { CRFRecognizer(try Self.read(Self.sample(weight: $0))).version }
        #expect(versions[0] == versions[1] && versions[1] != versions[2])
        #expect(versions.allSatisfy { $0.hasPrefix("sample-1.") })
    }

    @Test func everyDamagedByteIsNoticed() {
        let bytes = Self.sample()
        for index in bytes.indices {
            var damaged = bytes
            damaged[index] ^= 0x10
            #expect(throws: ModelError.self) { try Self.read(damaged) }
        }
    }

    @Test func everyShortenedFileIsNoticed() {
        let bytes = Self.sample()
        for count in 0..<bytes.count {
            #expect(throws: ModelError.self) { try Self.read(Array(bytes[..<count])) }
        }
    }

    @Test func aFileOfANewerProgramIsRefusedByItsVersion() {
        var bytes = Self.sample()
        bytes[8] = 7
        #expect(throws: ModelError(code: .format, detail: "version 7")) { try Self.read(bytes) }
    }

    @Test(arguments: ["", "EW", "Not a model at all, but a text of some length."])
    func anotherKindOfFileIsRefused(text: String) {
        let error = #expect(throws: ModelError.self) { try Self.read(Array(text.utf8)) }
        #expect(error?.code == .format)
    }

    @Test func aChangedWeightIsRefusedAsDamaged() {
        var bytes = Self.sample()
        bytes[bytes.count - 1] ^= 1
        #expect(throws: ModelError(code: .checksum, detail: "damaged")) { try Self.read(bytes) }
    }

    @Test func aMissingFileIsNamed() {
        #expect(throws: ModelError(code: .missing, detail: "/nowhere/x")) { try ModelChoice.recognizer("/nowhere/x") }
    }
}
