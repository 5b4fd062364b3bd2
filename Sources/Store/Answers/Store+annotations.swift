import Annotation
import Foundation
import GRDB
package import Wire

extension Store {
    /// The annotations of the pinned version by key; a page as large as its limit and 8 MiB allow, at least one.
    ///
    /// The same submissions give the same pages once no job is open, whatever the order, workers and deaths on the way.
    /// - Throws: `bad_field`, `deadline`.
    package func annotations(
        _ parameters: AnnotationsParameters, deadlineMs: Int? = nil
    ) async throws -> (page: Page<AnnotationItem>, next: String?) {
        let limit = try PageLimit.rows(parameters.limit, ordinary: Limits.page)
        let after = try PageToken.parts(parameters.after, count: 1).map { try PageToken.key($0[0]) }
        let most = options.pageBytes
        let withText = parameters.withText == true
        return try await answer(deadlineMs: deadlineMs) { lookup in
            guard let pinned = try Writing.pinned(lookup.db) else { return (Page(items: []), nil) }
            var items: [AnnotationItem] = []
            var bytes = 0
            var walk = try DocumentWalk(lookup, after: after)
            while walk.count < Self.mostLookedAt, let document = try walk.next() {
                let row = try lookup.db.row(Self.annotationRow, [withText, pinned.id, document.id])
                guard let row else { continue }
                let text: String? = row[2]
                let packed: Data = row[0]
                let json = AnnotationPacking.unpack(Array(packed))
                let annotation = try CanonicalJSON.decode(Annotation.self, from: json)
                bytes += AnswerSize.most(annotation, json: json.count) + AnswerSize.json((text ?? "").utf8)
                guard items.isEmpty || (items.count < limit && bytes <= most) else {
                    return (Page(items: items), items.last?.annotation.document)
                }
                items.append(
                    AnnotationItem(
                        annotation: AnnotationRows.withMetadata(annotation, given: row[1]), text: text))
            }
            return (Page(items: items), try walk.next() == nil ? nil : walk.keyBefore.map(KeyBytes.hex))
        }
    }

    /// How many documents a page looks at: where few have a result it is shorter, and the next one goes on.
    private static let mostLookedAt = 10_000

    static let annotationRow = """
        SELECT r.annotation, d.given, CASE WHEN ? THEN t.body END FROM document d
            JOIN result r ON r.document = d.id AND r.extractor = ? JOIN text t ON t.document = d.id
        WHERE d.id = ?
        """
}
