import ArgumentParser
import Extraction
import Foundation

/// `entitywire-lab fit`: trains a model from corpora.
struct FitCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "fit", abstract: "Trains a model from corpora.")

    @Option(help: "The folder that holds the corpora, one folder each.") var corpora: String
    @Option(help: "The folder of the corpus descriptions.") var descriptions: String
    @Option(help: "Word clusters: word, and its cluster of 64, 256 and 1,024, tab-separated.") var clusters: String
    @Option(help: "The folder of places.tsv and names.tsv.") var lists: String
    @Option(help: "Corpora to use; all by default.") var use: [String] = []
    @Option(help: "Leave out every n-th block of these corpora to choose by.") var holdout: [String] = []
    @Option(help: "Feature groups to leave out.") var without: [String] = []
    @Option(help: "Passes over the corpora.") var epochs = 5
    @Option(help: "The first step of AdaGrad.") var rate: Float = 0.2
    @Option(help: "The L1 penalty, each sentence.") var penalty: Float = 2e-5
    @Option(help: "The share of features left out at random.") var dropout: Float = 0.1
    @Option(help: "How fast the domains' own copies learn, against the general one.") var domainPace: Float = 0.03
    @Option(help: "Features that are met less often are left out.") var minimum: UInt32 = 2
    @Option(help: "The same seed gives the same model.") var seed: UInt64 = 1
    @Option(help: "The model file to write.") var output: String?
    @Option(help: "The name of the model; part of the extractor's version.") var name = "news-en"
    @Option(help: "How much of a domain's own weights the model takes: news=1.") var share: [String] = []
    @Option(help: "Other shares to judge, as news=1,west=0.5.") var mixes: [String] = []
    @Option(help: "Added to the score of every name; above 0 finds more.") var eagerness: Float = 0
    @Option(help: "A model whose curve of confidence this one takes, for one trained on all that the other held out.")
    var calibration: String?
    @Option(help: "Whole steps a weight of 1 is rounded to.") var steps: Float = 24

    func run() throws {
        let lexicon = Lexicon(
            clusters: try LexiconFiles.clusters(clusters), gazetteer: try LexiconFiles.gazetteer(lists))
        let groups = FeatureGroup.named.filter { without.contains($0.name) }
            .reduce(FeatureGroup.all) { $0.subtracting($1.group) }
        let sets = try CorpusSets(folder: corpora, descriptions: descriptions, use: use, holdout: holdout)
        let reader = FeatureReader(lexicon: lexicon, groups: groups)
        var options = TrainingOptions(epochs: epochs, rate: rate, penalty: penalty, dropout: dropout, seed: seed)
        options.domainPace = domainPace
        let fit = Fit(
            sets: sets, reader: reader, hasSecondLook: groups.contains(.document), options: options,
            minimumCount: minimum)
        let outcome = fit.run()
        var sureness: [(probability: Float, isRight: Bool)] = []
        for (name, blocks) in sets.dev {
            let prepared = blocks.map { $0.prepared(reader, outcome.words) }
            let judgement = Judgement(prepared, outcome, shares: shares(sets.domains))
            sureness += judgement.sureness
            log("\(name), first look F1 \(String(format: "%.2f", judgement.firstLook.f1()))\n\(judgement.scores.table)")
            for mix in mixes {
                let shares = Self.shares(mix.split(separator: ",").map(String.init), sets.domains)
                let other = Judgement(prepared, outcome, shares: shares)
                log("    \(mix): F1 \(String(format: "%.2f", other.scores.f1()))")
            }
        }
        let calibration = try self.calibration.map { try Model(path: $0).calibration } ?? Calibration(isotonic: sureness)
        log("calibration error \(String(format: "%.4f", Calibration.crossedError(sureness)))")
        guard let output else { return }
        let export = ModelExport(outcome, shares: shares(sets.domains), steps: steps)
        let model = export.model(
            name: name, outcome.trainer, lexicon, calibration: calibration, eagerness: eagerness)
        let bytes = model.encoded(keys: export.keys, rows: export.rows)
        try Data(bytes).write(to: URL(filePath: output))
        log("wrote \(output): \(export.keys.count) features, \(bytes.count) bytes")
    }

    private func shares(_ domains: [String]) -> [Float] { Self.shares(share, domains) }

    /// The share of each domain from words like `news=1`; 0 where none is given.
    private static func shares(_ words: [String], _ domains: [String]) -> [Float] {
        domains.map { domain in
            words.first { $0.hasPrefix(domain + "=") }.flatMap { Float($0.dropFirst(domain.count + 1)) } ?? 0
        }
    }
}

/// Writes a line to standard error.
func log(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
