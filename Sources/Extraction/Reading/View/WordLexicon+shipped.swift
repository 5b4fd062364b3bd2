import Foundation

extension WordLexicon {
    /// The words of English, read once.
    static let english = shipped["en", default: .empty]

    /// The words of a language beside those of English, which every text has; those of English alone where it is unknown.
    static func words(of language: String?) -> WordLexicon { language.flatMap { shipped[$0] } ?? english }

    private static let empty = WordLexicon()

    /// By language.
    private static let shipped: [String: WordLexicon] = {
        do {
            let english = try files(of: "en")
            var shipped = ["en": try WordLexicon(files: english)]
            for language in try languages() where language != "en" {
                shipped[language] = try WordLexicon(files: english + files(of: language))
            }
            return shipped
        } catch {
            fatalError("The words that ship with the program cannot be read. \(error)")
        }
    }()

    /// The languages that have a folder beside the program.
    package static func languages() throws(WordLexiconError) -> [String] {
        let folders = folders()
        for folder in folders {
            if let found = try? FileManager.default.contentsOfDirectory(atPath: folder), found.contains("en") {
                return found.filter { !$0.hasPrefix(".") }.sorted()
            }
        }
        throw WordLexiconError(file: folders.joined(separator: ", "), line: 0, reason: "there is no such folder")
    }

    /// The files of a language's folder, in order of their names.
    package static func files(of language: String) throws(WordLexiconError) -> [(name: String, text: String)] {
        for folder in folders().map({ "\($0)/\(language)" }) {
            guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else { continue }
            return names.filter { $0.hasSuffix(".txt") }.sorted().map { name in
                let data = FileManager.default.contents(atPath: "\(folder)/\(name)") ?? Data()
                return (name: "\(language)/\(name)", text: String(decoding: data, as: UTF8.self))
            }
        }
        throw WordLexiconError(file: language, line: 0, reason: "there is no such folder")
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
