import Annotation
import Extraction
import Foundation

/// How a corpus is read: its files, what its labels mean here, and what it does not label. One JSON file a corpus.
struct CorpusDescription: Decodable {
    let corpus: String
    let licence: String
    /// Files of the corpus's folder to train on and to choose by.
    let train: [String]
    let dev: [String]
    /// Corpora of one domain share a copy of each feature (Daumé 2007).
    let domain: String
    let weight: Float
    /// Whether neighbouring segments are of one document.
    let documents: Bool
    /// Handles (`@name`) are names by the corpus's guide and none by ours.
    let unlabelHandles: Bool?
    /// For each label of the corpus what it may be here: types, or `O`.
    let labels: [String: [String]]
    /// Settles labels of several meanings: a name has this type, where its label allows it, if it ends in one of these
    /// words (lower case), and not this type if it does not.
    let lastWords: [String: [String]]?
    /// Types that the corpus leaves unlabelled: its outside tokens may be names of these.
    let outside: [String]

    /// What a name with this label and last word may be.
    func meanings(of label: String, endingIn word: String) -> [String] {
        let meanings = labels[label] ?? []
        guard let lastWords, meanings.count > 1 else { return meanings }
        let word = word.lowercased()
        let settled = meanings.filter { lastWords[$0]?.contains(word) == true }
        return settled.isEmpty ? meanings.filter { lastWords[$0] == nil } : settled
    }

    /// Reads every description of a folder, in order of name.
    static func all(in folder: String) throws -> [(name: String, description: CorpusDescription)] {
        try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }.sorted().map {
            let data = try Data(contentsOf: URL(filePath: folder + "/" + $0))
            return (String($0.dropLast(5)), try JSONDecoder().decode(CorpusDescription.self, from: data))
        }
    }
}
