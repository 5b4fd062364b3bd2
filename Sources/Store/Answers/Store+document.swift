import Annotation
import Foundation
import GRDB
package import Wire

extension Store {
    /// One document with its text, submissions, versions and annotation; of a deleted one only the key and the state.
    ///
    /// - Throws: `unknown_document`, `ambiguous`, `bad_field`, `deadline`.
    package func document(_ parameters: DocumentParameters, deadlineMs: Int? = nil) async throws -> DocumentAnswer {
        try await answer(deadlineMs: deadlineMs) { lookup in
            let db = lookup.db
            let found = try KeyLookup.resolve(parameters.document, lookup)
            if found.deleted {
                return DocumentAnswer(document: found.key, state: .deleted, text: "", submissions: [])
            }
            let pinned = try Writing.pinned(db)?.id
            let job = try db.row(
                "SELECT state, reason FROM job WHERE document = ? AND extractor = ?", [found.id, pinned])
            let submissions = try SubmissionRows.fetch(db, document: found.id)
            return DocumentAnswer(
                document: found.key, state: (job.flatMap { JobState(rawValue: $0[0]) } ?? .ready).wire,
                reason: job?[1],
                text: try db.value(String.self, "SELECT body FROM text WHERE document = ?", [found.id]) ?? "",
                submissions: submissions, versions: try SubmissionRows.versions(lookup, document: found.id),
                annotation: try AnnotationRows.fetch(db, document: found.id, extractor: pinned))
        }
    }
}
