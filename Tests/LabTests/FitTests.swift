import Annotation
import Extraction
import Testing

@testable import entitywire_lab

@Suite struct FitTests {
    private static func fit(_ corpus: MadeUpCorpus, seed: UInt64) throws -> (model: Model, bytes: [UInt8], f1: Double) {
        let sets = try CorpusSets(folder: corpus.corpora, descriptions: corpus.descriptions, use: [], holdout: [])
        let lexicon = Lexicon(clusters: WordClusters([]), gazetteer: Gazetteer())
        let reader = FeatureReader(lexicon: lexicon, groups: .all)
        let options = TrainingOptions(epochs: 4, seed: seed)
        let outcome = Fit(sets: sets, reader: reader, hasSecondLook: true, options: options, minimumCount: 2).run()
        let export = ModelExport(outcome, shares: [1], steps: 24)
        let model = export.model(
            name: "made-up", outcome.trainer, lexicon, calibration: .identity, eagerness: 0)
        let blocks = sets.dev[0].blocks.map { $0.prepared(reader, outcome.words) }
        return (
            model, model.encoded(keys: export.keys, rows: export.rows),
            Judgement(blocks, outcome, shares: [1]).scores.f1()
        )
    }

    @Test func theSameSeedGivesTheSameModelAndAnotherSeedAnother() throws {
        let corpus = try MadeUpCorpus()
        defer { corpus.remove() }
        let first = try Self.fit(corpus, seed: 1).bytes
        #expect(try Self.fit(corpus, seed: 1).bytes == first)
        #expect(try Self.fit(corpus, seed: 2).bytes != first)
    }

    @Test func whatWasLearnedIsFoundInNewSentences() throws {
        let corpus = try MadeUpCorpus()
        defer { corpus.remove() }
        let outcome = try Self.fit(corpus, seed: 1)
        #expect(outcome.f1 > 95)
        let segments = TaggedFile(Array("Mr\nOlo\nIdo\nsaid\nso\nin\nBaku\n.\n".utf8)).segments
        let tags = Tagger(CRFRecognizer(outcome.model)).tags(of: segments)
        #expect(tags == [["O", "B-PERSON", "I-PERSON", "O", "O", "O", "B-LOC", "O"]])
    }

    @Test(arguments: [
        (["Gold", "Cup"], 5), (["Gold", "Act"], 7),
    ])
    func theLastWordSettlesALabelOfSeveralMeanings(tokens: [String], type: Int) throws {
        let corpus = try MadeUpCorpus()
        defer { corpus.remove() }
        let description = try CorpusDescription.all(in: corpus.descriptions)[0].description
        let segment = TaggedFile.Segment(tokens: tokens, tags: ["B-MISC", "I-MISC"])
        #expect(GoldLabels.spans(segment, description) == [LabelledSpan(tokens: 0..<2, type: type)])
        let allowed = GoldLabels(segment, description).allowed[0]
        #expect(Labels.types.indices.filter { allowed[Labels.begin($0)] == 1 } == [type])
    }
}
