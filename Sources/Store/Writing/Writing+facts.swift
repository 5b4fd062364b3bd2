import Annotation
import Foundation
import GRDB

extension Writing {
    /// Writes the rows of an annotation and counts what it adds to the forms; returns the ids of its entities.
    mutating func addFacts(of annotation: Annotation, document: Int64) throws -> [Int64] {
        let facts = DocumentFacts(annotation)
        var forms: [Int64] = []
        for item in facts.items {
            forms.append(try form(item))
            try count(item, form: forms[forms.count - 1], sign: 1)
        }
        let items = zip(forms, facts.items).map { Appearances.Item(form: $0, mentions: $1.mentions) }
        try db.run(
            "INSERT INTO appearance (document, forms) VALUES (?, ?)", [document, Data(Appearances.pack(items))])
        try FactRows(db: db, document: document) { local in local.flatMap { facts.places[$0] }.map { forms[$0] } }
            .write(annotation)
        try db.run(
            "UPDATE document SET stated = ?, basis = ?, language = ?, title = ?, mentions = ?, searchable = 1 WHERE id = ?",
            [
                annotation.published?.value, annotation.published?.basis.rawValue, annotation.language,
                annotation.title?.text, annotation.mentions.count, document,
            ])
        return facts.items.map(\.global)
    }

    /// Takes back what the annotation of a document added.
    mutating func removeFacts(of annotation: Annotation, document: Int64) throws {
        for item in DocumentFacts(annotation).items { try count(item, form: try form(item), sign: -1) }
        for table in FactRows.tables { try db.run("DELETE FROM \(table) WHERE document = ?", [document]) }
        try db.run(
            """
            UPDATE document SET stated = NULL, basis = NULL, language = NULL, title = NULL, mentions = 0 WHERE id = ?
            """, [document])
    }
}
