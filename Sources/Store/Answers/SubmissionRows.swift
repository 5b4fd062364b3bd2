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
    static func versions(_ db: Database, document: Int64) throws -> [String] {
        let rows = try db.rows(
            """
            SELECT DISTINCT d.key FROM submission s JOIN submission o ON o.name = s.name JOIN document d
                ON d.id = o.document
            WHERE s.document = ? AND o.document <> s.document ORDER BY d.key LIMIT \(Limits.page)
            """, [document])
        return rows.map { KeyBytes.hex($0[0]) }
    }
}
