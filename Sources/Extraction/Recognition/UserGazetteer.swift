public import Annotation
import Foundation

/// The user's own names: watch-lists, in-house names. They are found in any spelling of case, the longest first, keep
/// their type whatever the model says, and carry the user's identifier.
///
/// A file has one name a line: name, type, identifier, and aliases separated by `|`; the columns are separated by tabs.
/// The last two may be absent. Empty lines, lines that begin with `#` and a heading line `name…` are passed over.
public struct UserGazetteer: Sendable {
    /// One name with its aliases.
    public struct Entry: Sendable, Equatable {
        public var name: String
        public var type: EntityType
        public var identifier: String?
        public var aliases: [String]

        public init(name: String, type: EntityType, identifier: String? = nil, aliases: [String] = []) {
            self.name = name
            self.type = type
            self.identifier = identifier
            self.aliases = aliases
        }
    }

    /// Why a file is no gazetteer.
    public enum Failure: Error, Equatable, CustomStringConvertible {
        case unreadable(path: String)
        case line(Int, String)

        public var description: String {
            switch self {
            case .unreadable(let path): "gazetteer \(path) cannot be read"
            case .line(let number, let reason): "gazetteer, line \(number): \(reason)"
            }
        }
    }

    /// In order of the file.
    public let entries: [Entry]
    /// The entries by the hash of all their words; `prefixes` are hashes of the beginnings of longer phrases.
    private var phrases: [UInt64: Int] = [:]
    private var prefixes: Set<UInt64> = []
    /// A hash of all entries, part of the version.
    let fingerprint: UInt64

    /// A gazetteer of these entries; where two have one spelling the first wins.
    public init(_ entries: [Entry]) {
        self.entries = entries
        var fingerprint: UInt64 = 0
        for (index, entry) in entries.enumerated() {
            for phrase in [entry.name] + entry.aliases {
                let forms = TokenForms(TokenizedText(Array(phrase.utf8)))
                var hash: UInt64 = 0
                for word in forms.lower {
                    if hash != 0 { prefixes.insert(hash) }
                    hash = WordHash.combined(hash, word)
                }
                if hash != 0, phrases[hash] == nil { phrases[hash] = index }
                fingerprint = WordHash.combined(fingerprint, hash)
            }
            fingerprint = WordHash.combined(fingerprint, WordHash.lower(entry.type.rawValue + (entry.identifier ?? "")))
        }
        self.fingerprint = fingerprint
    }

    /// Reads a file of entries.
    public init(path: String) throws(Failure) {
        guard let data = FileManager.default.contents(atPath: path) else { throw Failure.unreadable(path: path) }
        try self.init(lines: String(decoding: data, as: UTF8.self))
    }

    /// Reads entries from the text of a file.
    public init(lines text: String) throws(Failure) {
        var entries: [Entry] = []
        for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            if line.allSatisfy(\.isWhitespace) || line.hasPrefix("#") || (index == 0 && line.hasPrefix("name\t")) {
                continue
            }
            entries.append(try Self.entry(line, number: index + 1))
        }
        self.init(entries)
    }

    private static func entry(_ line: Substring, number: Int) throws(Failure) -> Entry {
        let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map {
            $0.trimmingCharacters(in: .whitespaces)
        }
        guard columns.count >= 2, !columns[0].isEmpty else {
            throw Failure.line(number, "a name and a type are needed")
        }
        guard let type = EntityType(rawValue: columns[1].uppercased()) else {
            let types = EntityType.allCases.map(\.rawValue).joined(separator: ", ")
            throw Failure.line(number, "type \(columns[1]) is none of \(types)")
        }
        let aliases =
            columns.count > 3 ? columns[3].split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) } : []
        let identifier = columns.count > 2 && !columns[2].isEmpty ? columns[2] : nil
        return Entry(name: columns[0], type: type, identifier: identifier, aliases: aliases.filter { !$0.isEmpty })
    }

    /// The names of the gazetteer in a text, the longest at each place, in order of start.
    func names(in text: TokenizedText) -> [RecognizedName] {
        guard !entries.isEmpty else { return [] }
        let forms = TokenForms(text)
        var names: [RecognizedName] = []
        for sentence in text.sentences {
            var index = sentence.lowerBound
            while index < sentence.upperBound {
                guard let (end, entry) = longestMatch(forms, from: index, before: sentence.upperBound) else {
                    index += 1
                    continue
                }
                names.append(
                    RecognizedName(
                        tokens: index..<end, type: entries[entry].type, confidence: 1,
                        gazetteer: entries[entry].identifier))
                index = end
            }
        }
        return names
    }

    private func longestMatch(_ forms: TokenForms, from start: Int, before end: Int) -> (end: Int, entry: Int)? {
        var hash: UInt64 = 0
        var best: (end: Int, entry: Int)?
        for index in start..<end {
            hash = WordHash.combined(hash, forms.lower[index])
            if let entry = phrases[hash] { best = (index + 1, entry) }
            guard prefixes.contains(hash) else { break }
        }
        return best
    }
}
