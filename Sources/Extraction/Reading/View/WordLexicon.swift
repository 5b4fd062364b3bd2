import Foundation

/// The words of a language with their classes: the files of `Lexicon/<language>`, compiled into a hashed table.
///
/// A line has a word, its classes separated by blanks, and perhaps a note, in columns separated by tabs. A note that begins
/// with `=` gives the word a value: `=1` for a month. `#` begins a line that is passed over. A word of several lines has
/// the classes of all. Case, marks and apostrophes do not count (`Folding`).
package struct WordLexicon: Sendable {
    struct Entry: Sendable, Equatable {
        var classes: WordClasses = []
        /// The value in its note.
        var value: String?
    }

    /// Slots of the table: indexes into `entries`, or -1. Open addressing over 64-bit hashes of folded words.
    private var slots: [Int32]
    private var hashes: [UInt64] = []
    private var entries: [Entry] = []
    private let mask: Int
    /// A hash of all words, classes and values: what the results depend on.
    package let fingerprint: UInt64

    /// No words.
    init() {
        slots = [-1]
        mask = 0
        fingerprint = 0
    }

    /// - Parameter files: the texts of the files.
    package init(files: [(name: String, text: String)]) throws(WordLexiconError) {
        var rows: [String: Entry] = [:]
        for file in files { try Self.read(file.text, name: file.name, into: &rows) }
        var size = 16
        while size < rows.count * 2 { size *= 2 }
        slots = Array(repeating: -1, count: size)
        mask = size - 1
        let sorted = rows.sorted { $0.key < $1.key }
        fingerprint = sorted.reduce(ByteHash.seed) { hash, row in
            let names = WordClass.allCases.filter(row.value.classes.contains).map(\.fileName).joined(separator: " ")
            return ByteHash.step(hash &+ ByteHash.of("\(row.key)\t\(names)\t\(row.value.value ?? "")"), 0x0A)
        }
        for (word, entry) in sorted { insert(ByteHash.of(word), entry) }
    }

    private mutating func insert(_ hash: UInt64, _ entry: Entry) {
        let slot = slot(of: hash)
        precondition(slots[slot] < 0, "two words share a hash")
        slots[slot] = Int32(entries.count)
        hashes.append(hash)
        entries.append(entry)
    }

    private static let names = Dictionary(uniqueKeysWithValues: WordClass.allCases.map { ($0.fileName, $0) })

    private static func read(_ text: String, name: String, into rows: inout [String: Entry]) throws(WordLexiconError) {
        for (number, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            if line.isEmpty || line.hasPrefix("#") { continue }
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
            func fail(_ reason: String) -> WordLexiconError {
                WordLexiconError(file: name, line: number + 1, reason: reason)
            }
            let word = Folding.fold(columns[0].utf8)
            guard columns.count >= 2, !word.isEmpty else { throw fail("a word and its classes are needed") }
            var entry = rows[word] ?? Entry()
            for className in columns[1].split(separator: " ") {
                guard let found = names[String(className)], found.rawValue < WordClass.firstShape.rawValue else {
                    throw fail("\(className) is no class of words")
                }
                entry.classes.insert(found)
            }
            if columns.count > 2, columns[2].hasPrefix("=") {
                entry.value = columns[2].dropFirst().split(separator: " ").first.map(String.init)
            }
            rows[word] = entry
        }
    }

    private func slot(of hash: UInt64) -> Int {
        var slot = Int(truncatingIfNeeded: hash) & mask
        while slots[slot] >= 0, hashes[Int(slots[slot])] != hash { slot = (slot + 1) & mask }
        return slot
    }

    // MARK: Looking up

    /// What is known of the word with a hash by `Folding`.
    func entry(_ hash: UInt64) -> Entry? {
        let slot = slot(of: hash)
        return slots[slot] < 0 ? nil : entries[Int(slots[slot])]
    }

    func classes(_ hash: UInt64) -> WordClasses {
        let slot = slot(of: hash)
        return slots[slot] < 0 ? [] : entries[Int(slots[slot])].classes
    }

    /// The classes of a word in whatever case; a full stop at its end does not count.
    func classes(of bytes: ArraySlice<UInt8>) -> WordClasses { classes(Folding.key(of: bytes)) }
}

/// Why the words of a language cannot be read.
package struct WordLexiconError: Error, CustomStringConvertible {
    var file: String
    var line: Int
    var reason: String

    package var description: String { line > 0 ? "\(file), line \(line): \(reason)" : "\(file): \(reason)" }
}
