import Annotation
import Foundation
import GRDB

extension Writing {
    /// Writes the rows of an annotation and counts what it adds to the forms; returns the ids of its entities.
    mutating func addFacts(of annotation: Annotation, document: Int64) throws -> [Int64] {
        let facts = try DocumentFacts(annotation)
        var forms: [Int64] = []
        var appeared: [Int64] = []
        for item in facts.items {
            let form = try form(item)
            if try record(form)?.documents ?? 0 == 0 { appeared.append(form) }
            try count(item, form: form, sign: 1)
            forms.append(form)
        }
        try resolve(appeared: appeared, for: document)
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
        return try entities(of: forms)
    }

    /// Takes back what the annotation of a document added.
    mutating func removeFacts(of annotation: Annotation, document: Int64) throws {
        var forms: [Int64] = []
        for item in try DocumentFacts(annotation).items {
            let form = try form(item)
            try count(item, form: form, sign: -1)
            forms.append(form)
        }
        try resolve(vanished: forms.filter { try record($0)?.documents == 0 }, for: document)
        for table in FactRows.tables { try db.run("DELETE FROM \(table) WHERE document = ?", [document]) }
        try db.run(
            """
            UPDATE document SET stated = NULL, basis = NULL, language = NULL, title = NULL, mentions = 0 WHERE id = ?
            """, [document])
    }
}
