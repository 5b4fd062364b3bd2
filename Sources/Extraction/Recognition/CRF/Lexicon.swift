/// What the model knows of words besides its weights; part of the model file.
package struct Lexicon: Sendable {
    package var clusters: WordClusters
    package var gazetteer: Gazetteer

    package init(clusters: WordClusters, gazetteer: Gazetteer) {
        self.clusters = clusters
        self.gazetteer = gazetteer
    }
}
