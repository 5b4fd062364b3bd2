import Extraction
import Foundation

@testable import entitywire_lab

/// A small corpus of made-up sentences in a folder of its own, and its description.
struct MadeUpCorpus {
    let folder: String
    var corpora: String { folder + "/corpora" }
    var descriptions: String { folder + "/descriptions" }

    /// People say things in towns; the names are made of syllables, some of them in both files.
    init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "fit-\(UUID().uuidString)").path
        for path in [corpora + "/made-up", descriptions] {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        }
        try Self.sentences(0..<120).write(toFile: corpora + "/made-up/train.txt", atomically: true, encoding: .utf8)
        try Self.sentences(200..<240).write(toFile: corpora + "/made-up/dev.txt", atomically: true, encoding: .utf8)
        try Self.description.write(toFile: descriptions + "/made-up.json", atomically: true, encoding: .utf8)
    }

    func remove() { try? FileManager.default.removeItem(atPath: folder) }

    static let description = """
        {"corpus": "made up", "licence": "none needed", "train": ["train.txt"], "dev": ["dev.txt"], "domain": "news",
         "weight": 1, "documents": true, "labels": {"PER": ["PERSON"], "LOC": ["LOC"], "MISC": ["MISC", "EVENT"]},
         "lastWords": {"EVENT": ["cup"]}, "outside": []}
        """

    private static let syllables = ["Ba", "Ko", "Li", "Mar", "Nu", "Per", "San", "Tol", "Vi", "Zor"]

    private static func name(_ seed: Int) -> String {
        syllables[seed % 10] + syllables[seed / 10 % 10].lowercased() + syllables[seed * 7 % 10].lowercased()
    }

    private static func sentences(_ seeds: Range<Int>) -> String {
        seeds.map { seed in
            let person = "Mr\tO\n\(name(seed))\tB-PER\n\(name(seed + 3))\tI-PER\nsaid\tO\n"
            return person + "so\tO\nin\tO\n\(name(seed * 3 + 1))\tB-LOC\n.\tO\n\n"
        }.joined()
    }
}
