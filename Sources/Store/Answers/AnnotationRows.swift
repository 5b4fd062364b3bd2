import Annotation
import Foundation
import GRDB
import Resolution

/// Stored annotations with what the service adds to them.
enum AnnotationRows {
    static func fetch(_ lookup: Lookup, document: Int64, extractor: Int64?) throws -> Annotation? {
        let row = try lookup.db.row(
            """
            SELECT r.annotation, d.given FROM result r JOIN document d ON d.id = r.document
            WHERE r.document = ? AND r.extractor = ?
            """, [document, extractor])
        return try row.map { try decode($0[0], given: $0[1], lookup) }
    }

    /// - Parameter given: the earliest date of publication that a submission gives.
    static func decode(_ packed: Data, given: String?, _ lookup: Lookup) throws -> Annotation {
        let json = AnnotationPacking.unpack(Array(packed))
        return try withMetadata(try CanonicalJSON.decode(Annotation.self, from: json), given: given, lookup)
    }

    /// The one place where what depends on submissions and on other documents joins an annotation.
    static func withMetadata(_ annotation: Annotation, given: String?, _ lookup: Lookup) throws -> Annotation {
        let forms = try NameResolution.shipped().reader.forms(of: annotation)
        return withMetadata(
            annotation, given: given,
            entities: try forms.map { form in
                let global = Int64(bitPattern: form.id)
                return try lookup.form(global: global).flatMap { try lookup.entity(ofForm: $0) } ?? global
            })
    }

    /// - Parameter entities: the 64 bits of the entity across documents, for each entity of the annotation.
    static func withMetadata(_ annotation: Annotation, given: String?, entities: [Int64]) -> Annotation {
        var result = annotation.resolvingDates(published: given)
        if result.published == nil, let given { result.published = Published(value: given, basis: .given) }
        for (index, entity) in entities.enumerated() { result.entities[index].globalId = GlobalID.string(entity) }
        return result
    }
}
