import Extraction

/// The labelled blocks to train on and those to choose by.
struct CorpusSets {
    private(set) var train: [LabelledBlock] = []
    private(set) var dev: [(name: String, blocks: [LabelledBlock])] = []
    /// The domains of the corpora in order of appearance.
    private(set) var domains: [String] = []

    /// Of corpora that are held out in part, each such block is to choose by.
    private static let heldOut = 4

    init(folder: String, descriptions: String, use: [String], holdout: [String]) throws {
        for (name, corpus) in try CorpusDescription.all(in: descriptions) where use.isEmpty || use.contains(name) {
            if !domains.contains(corpus.domain) { domains.append(corpus.domain) }
            let domain = domains.firstIndex(of: corpus.domain) ?? 0
            var kept: [LabelledBlock] = []
            for file in corpus.train {
                let segments = try TaggedFile(path: "\(folder)/\(name)/\(file)").segments
                guard holdout.contains(name) else {
                    train += LabelledBlock.blocks(of: segments, corpus, domain: domain, headlines: true)
                    continue
                }
                let blocks = LabelledBlock.blocks(of: segments, corpus, domain: domain, headlines: false)
                for (index, block) in blocks.enumerated() {
                    if index % Self.heldOut == 0 { kept.append(block) } else { train.append(block) }
                }
            }
            if !kept.isEmpty { dev.append((name, kept)) }
            for file in corpus.dev {
                let segments = try TaggedFile(path: "\(folder)/\(name)/\(file)").segments
                dev.append(
                    ("\(name)/\(file)", LabelledBlock.blocks(of: segments, corpus, domain: domain, headlines: false)))
            }
        }
    }
}
