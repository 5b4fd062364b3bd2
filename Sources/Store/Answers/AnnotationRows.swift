import Annotation
import Foundation
import GRDB
import Resolution

/// Stored annotations with what the service adds to them.
enum AnnotationRows {
    static func fetch(_ db: Database, document: Int64, extractor: Int64?) throws -> Annotation? {
        let row = try db.row(
            """
            SELECT r.annotation, d.given, t.body FROM result r JOIN document d ON d.id = r.document
                JOIN text t ON t.document = r.document
            WHERE r.document = ? AND r.extractor = ?
            """, [document, extractor])
        return try row.map { try decode($0[0], given: $0[1], text: $0[2]) }
    }

    /// - Parameter given: the earliest date of publication that a submission gives.
    static func decode(_ packed: Data, given: String?, text: String) throws -> Annotation {
        let json = try AnnotationPacking.unpack(packed, text: Array(text.utf8))
        return withMetadata(try CanonicalJSON.decode(Annotation.self, from: json), given: given)
    }

    /// The one place where what depends on submissions and on other documents joins an annotation; pure.
    static func withMetadata(_ annotation: Annotation, given: String?) -> Annotation {
        var result = annotation.resolvingDates(published: given)
        if result.published == nil, let given { result.published = Published(value: given, basis: .given) }
        for index in result.entities.indices {
            result.entities[index].globalId = EntityKey.globalId(
                type: result.entities[index].type, name: result.entities[index].name)
        }
        return result
    }
}
