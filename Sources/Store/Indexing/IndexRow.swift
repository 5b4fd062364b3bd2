import Foundation
import GRDB

/// What `text_index` knows of a document: its words, the titles it was submitted with, and one tag for each filter.
///
/// It is made of the rows of the document alone, so that the index can be told exactly what to forget.
struct IndexRow: Equatable {
    var place: Int64
    /// Empty until the first result is stored.
    var body: String
    var title: String
    var tags: String

    /// The filters that a tag stands for.
    enum Tag {
        case form(Int64)
        case holder(Int64)
        case speaker(Int64)
        case source(String)
        case language(String)

        var word: String {
            switch self {
            case .form(let form): "f\(form)"
            case .holder(let form): "h\(form)"
            case .speaker(let form): "q\(form)"
            case .source(let source): "s" + String(UInt64(bitPattern: Ordinal.hash(source)), radix: 36)
            case .language(let language): "l" + String(UInt64(bitPattern: Ordinal.hash(language)), radix: 36)
            }
        }
    }

    /// Nil for a document that is deleted or has no place yet.
    static func fetch(_ db: Database, document: Int64) throws -> IndexRow? {
        let row = try db.row(
            """
            SELECT d.place, d.language, CASE d.searchable WHEN 1 THEN t.body ELSE '' END
            FROM document d JOIN text t ON t.document = d.id WHERE d.id = ? AND d.deleted = 0 AND d.place NOTNULL
            """, [document])
        guard let row else { return nil }
        let told = try db.rows("SELECT title, source, language FROM submission WHERE document = ?", [document])
        var titles: [String] = []
        var words: [String] = []
        for submission in told {
            if let title: String = submission[0], !title.isEmpty { titles.append(title) }
            if let source: String = submission[1] { words.append(Tag.source(source).word) }
        }
        if let language = row[1] ?? told.compactMap({ $0[2] as String? }).min(by: precedes) {
            words.append(Tag.language(language).word)
        }
        words += try Appearances.fetch(db, document: document).map { Tag.form($0.form).word }
        words += try db.rows("SELECT holder FROM role WHERE document = ?", [document]).map { Tag.holder($0[0]).word }
        words += try db.rows("SELECT speaker FROM quote WHERE document = ? AND speaker NOTNULL", [document])
            .map { Tag.speaker($0[0]).word }
        return IndexRow(
            place: row[0], body: row[2], title: distinct(titles).joined(separator: "\n"),
            tags: distinct(words).joined(separator: " "))
    }

    /// Sorted, each once, by bytes.
    private static func distinct(_ words: [String]) -> [String] {
        var last: String?
        return words.sorted(by: precedes).filter { word in
            defer { last = word }
            return last.map { !$0.utf8.elementsEqual(word.utf8) } ?? true
        }
    }

    private static func precedes(_ left: String, _ right: String) -> Bool {
        left.utf8.lexicographicallyPrecedes(right.utf8)
    }

    func add(_ db: Database) throws {
        try db.run("INSERT INTO text_index (rowid, body, title, tags) VALUES (?, ?, ?, ?)", [place, body, title, tags])
    }

    func remove(_ db: Database) throws {
        try db.run(
            "INSERT INTO text_index (text_index, rowid, body, title, tags) VALUES ('delete', ?, ?, ?, ?)",
            [place, body, title, tags])
    }
}
