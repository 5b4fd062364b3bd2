import Annotation
import Foundation
import GRDB
import Wire

/// The submissions of a document as they came.
enum SubmissionRows {
    /// In order of their canonical JSON, so that the order of arrival does not show; at most 500, and 1 MiB.
    static func fetch(_ db: Database, document: Int64) throws -> [Submission] {
        let rows = try db.rows(
            """
            SELECT name, source, url, title, published, basis, language, tags FROM submission WHERE document = ?
            ORDER BY digest LIMIT \(Limits.page)
            """, [document])
        let keyed = try rows.map { row in
            let basis: String? = row[5]
            let tags: String? = row[7]
            let submission = Submission(
                id: row[0], source: row[1], url: row[2], title: row[3], published: row[4],
                basis: basis.flatMap(Submission.Basis.init(rawValue:)), language: row[6],
                tags: try tags.map { try CanonicalJSON.decode([String].self, from: $0.utf8) })
            return (submission, try CanonicalJSON.encode(submission))
        }
        var bytes = 0
        return keyed.sorted { $0.1.lexicographicallyPrecedes($1.1) }.prefix { _, json in
            bytes += json.count
            return bytes <= AnswerSize.submissions
        }.map(\.0)
    }

    /// The keys of the other documents that were submitted under one of the same ids.
    static func versions(_ lookup: Lookup, document: Int64) throws -> [String] {
        var keys: Set<Data> = []
        let names = try lookup.db.rows(
            "SELECT DISTINCT name FROM submission WHERE document = ? AND name NOTNULL", [document])
        for name in names.map({ $0[0] as String }) {
            for other in try lookup.ids(.submissionName, Ordinal.hash(name)).prefix(mostVersions)
            where other != document {
                let key = try lookup.db.value(
                    Data.self,
                    """
                    SELECT key FROM document d WHERE id = ? AND EXISTS
                        (SELECT 1 FROM submission s WHERE s.document = d.id AND s.name = ?)
                    """, [other, name])
                if let key { keys.insert(key) }
            }
        }
        return keys.map(KeyBytes.hex).sorted().prefix(Limits.page).map(\.self)
    }

    /// The documents of one name that are looked at.
    private static let mostVersions = 2_000
}
