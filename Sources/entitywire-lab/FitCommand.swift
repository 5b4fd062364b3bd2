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
    @Option var epochs = 8
    @Option var rate: Float = 0.2
    @Option var penalty: Float = 2e-6
    @Option var dropout: Float = 0.1
    @Option var minimum: UInt32 = 2
    @Option var seed: UInt64 = 1
    @Option(help: "The model file to write.") var output: String?
    @Option(help: "The name of the model; part of the extractor's version.") var name = "news-en"
    @Option(help: "How much of a domain's own weights the model takes: news=1.") var share: [String] = []
    @Option(help: "Whole steps a weight of 1 is rounded to.") var steps: Float = 24

    func run() throws {
        let lexicon = Lexicon(
            clusters: try LexiconFiles.clusters(clusters), gazetteer: try LexiconFiles.gazetteer(lists))
        let groups = FeatureGroup.named.filter { without.contains($0.name) }
            .reduce(FeatureGroup.all) { $0.subtracting($1.group) }
        let reader = FeatureReader(lexicon: lexicon, groups: groups)
        var train: [LabelledBlock] = []
        var dev: [(name: String, blocks: [LabelledBlock])] = []
        var domains: [String] = []
        for (name, corpus) in try CorpusDescription.all(in: descriptions) {
            guard use.isEmpty || use.contains(name) else { continue }
            if !domains.contains(corpus.domain) { domains.append(corpus.domain) }
            let domain = domains.firstIndex(of: corpus.domain) ?? 0
            for file in corpus.train {
                let segments = try TaggedFile(path: "\(corpora)/\(name)/\(file)").segments
                let blocks = LabelledBlock.blocks(of: segments, corpus, domain: domain)
                guard holdout.contains(name) else {
                    train += blocks
                    continue
                }
                train += blocks.enumerated().filter { $0.offset % 3 != 0 }.map(\.element)
                dev.append(("\(name)/\(file)", blocks.enumerated().filter { $0.offset % 3 == 0 }.map(\.element)))
            }
            for file in corpus.dev {
                let segments = try TaggedFile(path: "\(corpora)/\(name)/\(file)").segments
                dev.append(("\(name)/\(file)", LabelledBlock.blocks(of: segments, corpus, domain: domain)))
            }
        }
        log("domains \(domains)")
        let index = FeatureIndex()
        for block in train {
            reader.read(block.text) { _, features in for feature in features { index.count(feature) } }
        }
        index.freeze(minimumCount: minimum)
        let sentences = train.flatMap { $0.sentences(reader, index) }
        let judged = dev.map { ($0.name, $0.blocks.flatMap { $0.sentences(reader, index) }) }
        log("\(sentences.count) sentences, \(index.rows) features")
        let options = TrainingOptions(epochs: epochs, rate: rate, penalty: penalty, dropout: dropout, seed: seed)
        let trainer = Trainer(rows: index.rows, domains: domains.count, options: options)
        for epoch in 0..<epochs {
            let pace = rate * (epoch >= epochs - 2 ? (epoch == epochs - 1 ? 0.1 : 0.4) : 1)
            let loss = trainer.pass(over: sentences, rate: pace)
            var line = "epoch \(epoch + 1) loss \(String(format: "%.3f", loss))"
            if epoch == epochs - 1 { trainer.finish(rate: pace) }
            for (name, sentences) in judged {
                line += " | \(name)"
                let mixes: [(Float, Float)] =
                    epoch < epochs - 1 ? [(1, 0)] : [(0, 0), (0.5, 0), (1, 0), (0.5, 0.5), (1, 0.5), (1, 1), (0, 1)]
                for mix in mixes {
                    var scores = Scores()
                    let decoder = DevDecoder(
                        trainer,
                        mix: [
                            (domains.firstIndex(of: "news") ?? 0, mix.0), (domains.firstIndex(of: "west") ?? 0, mix.1),
                        ])
                    for sentence in sentences {
                        scores.add(found: decoder.spans(sentence), gold: sentence.spans, collapse: true)
                    }
                    line += " \(mix.0)+\(mix.1)=" + String(format: "%.2f", scores.f1())
                    if epoch == epochs - 1, mix == (1, 0) { log("\(name)\n\(scores.table)") }
                }
            }
            log(line)
        }
        if let output { try write(output, trainer, index, domains, lexicon) }
    }
}

extension FitCommand {
    private func write(
        _ path: String, _ trainer: Trainer, _ index: FeatureIndex, _ domains: [String], _ lexicon: Lexicon
    ) throws {
        let shares = domains.map { domain in
            share.first { $0.hasPrefix(domain + "=") }.flatMap { Float($0.dropFirst(domain.count + 1)) } ?? 0
        }
        let export = ModelExport(trainer, index, shares: shares, steps: steps)
        let model = export.model(name: name, trainer, lexicon, calibration: .identity, eagerness: 0)
        let bytes = model.encoded(keys: export.keys, rows: export.rows)
        try Data(bytes).write(to: URL(filePath: path))
        log("wrote \(path): \(export.keys.count) features, \(bytes.count) bytes")
    }
}

func log(_ line: String) { FileHandle.standardError.write(Data((line + "\n").utf8)) }
