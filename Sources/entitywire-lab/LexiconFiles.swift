import Extraction
import Foundation

/// Reads the lists that go into a model.
enum LexiconFiles {
    /// Word clusters from lines of word, coarse, middle and fine cluster.
    static func clusters(_ path: String) throws -> WordClusters {
        let text = String(decoding: try Data(contentsOf: URL(filePath: path)), as: UTF8.self)
        var entries: [(hash: UInt64, clusters: WordClusters.Packed)] = []
        for line in text.split(separator: "\n") {
            let columns = line.split(separator: "\t")
            guard columns.count == 4, let coarse = Int(columns[1]), let middle = Int(columns[2]),
                let fine = Int(columns[3])
            else { continue }
            entries.append((WordClusters.hash(of: columns[0]), WordClusters.packed(coarse, middle, fine)))
        }
        return WordClusters(entries)
    }

    private static let kinds: [Substring: PhraseKinds] = [
        "city": .city, "town": .town, "village": .village, "region": .region, "given": .givenName,
        "family": .familyName,
    ]

    /// The program's own word lists and those of the files `places.tsv` and `names.tsv` of a folder: a name and its kinds.
    static func gazetteer(_ folder: String) throws -> Gazetteer {
        var lists = Gazetteer(minimumCapacity: 1 << 17)
        WordLists.insertAll(into: &lists)
        for file in ["places.tsv", "names.tsv"] {
            let text = String(decoding: try Data(contentsOf: URL(filePath: "\(folder)/\(file)")), as: UTF8.self)
            for line in text.split(separator: "\n") {
                let columns = line.split(separator: "\t")
                guard columns.count == 2 else { continue }
                for kind in columns[1].split(separator: ",") {
                    lists.insert(String(columns[0]), kinds[kind] ?? [])
                }
            }
        }
        return lists
    }
}
