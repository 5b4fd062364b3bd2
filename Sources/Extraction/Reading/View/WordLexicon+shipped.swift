import Foundation

extension WordLexicon {
    /// The words of English, read once.
    static let english: WordLexicon = {
        do { return try load("en") } catch { fatalError("The words of English cannot be read. \(error)") }
    }()

    /// The words of a language from the folder beside the program.
    package static func load(_ language: String) throws(WordLexiconError) -> WordLexicon {
        let folders = folders().map { "\($0)/\(language)" }
        guard let folder = folders.first(where: FileManager.default.fileExists),
            let names = try? FileManager.default.contentsOfDirectory(atPath: folder)
        else {
            throw WordLexiconError(file: folders.joined(separator: ", "), line: 0, reason: "there is no such folder")
        }
        let files = names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
            let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
            return (name: "\(language)/\(name)", text: String(decoding: data, as: UTF8.self))
        }
        return try WordLexicon(files: files)
    }

    /// `ENTITYWIRE_LEXICON`, the resource bundle that the build puts beside the executable, and `../share/entitywire` of an
    /// installation.
    private static func folders() -> [String] {
        let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
        let folder = executable.deletingLastPathComponent().path
        let given = ProcessInfo.processInfo.environment["ENTITYWIRE_LEXICON"].flatMap { $0.isEmpty ? nil : $0 }
        return [given].compactMap(\.self) + [
            "\(folder)/Lexicon", "\(folder)/EntityWire_Extraction.resources/Lexicon",
            "\(folder)/../share/entitywire/Lexicon",
        ]
    }
}
