import Annotation
import Foundation
import GRDB

extension Writing {
    /// Writes the rows of an annotation and gathers what it adds to the counters; returns the entities concerned.
    mutating func addFacts(of annotation: Annotation, document: Int64) throws -> [Int64] {
        let facts = DocumentFacts(annotation)
        var entities: [Int64] = []
        for item in facts.items { entities.append(try entity(item)) }
        for (item, entity) in zip(facts.items, entities) {
            try db.run(
                "INSERT INTO appearance (document, entity, mentions) VALUES (?, ?, ?)",
                numbers: [document, entity, Int64(item.mentions)])
        }
        try gather(facts, entities: entities, sign: 1)
        func id(_ local: String?) -> Int64? { local.flatMap { facts.places[$0] }.map { entities[$0] } }
        try insertMentions(annotation.mentions, document: document, entity: id)
        try insertRoles(annotation.roles, document: document, entity: id)
        try insertQuotes(annotation.quotes, document: document, entity: id)
        try db.run(
            "UPDATE document SET stated = ?, basis = ?, language = ?, title = ?, mentions = ? WHERE id = ?",
            [
                annotation.published?.value, annotation.published?.basis.rawValue, annotation.language,
                annotation.title?.text, annotation.mentions.count, document,
            ])
        return facts.items.map(\.global)
    }

    /// Takes back what the annotation of a document added.
    mutating func removeFacts(of annotation: Annotation, document: Int64) throws {
        let facts = DocumentFacts(annotation)
        var entities: [Int64] = []
        for item in facts.items { entities.append(try entity(item)) }
        try gather(facts, entities: entities, sign: -1)
        for table in ["appearance", "mention", "role", "quote"] {
            try db.run("DELETE FROM \(table) WHERE document = ?", [document])
        }
        try db.run(
            """
            UPDATE document SET stated = NULL, basis = NULL, language = NULL, title = NULL, mentions = 0 WHERE id = ?
            """, [document])
    }

    /// Makes the facts those of the pinned version again, after another one was pinned.
    mutating func rebuildFacts() throws {
        guard let pinned else { return }
        for table in ["appearance", "mention", "role", "quote", "entity_form", "entity_country"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        try db.execute(
            sql: """
                UPDATE entity SET documents = 0, mentions = 0;
                UPDATE document SET stated = NULL, basis = NULL, language = NULL, title = NULL, mentions = 0;
                """)
        let rows = try Row.fetchCursor(
            db, sql: "SELECT document, annotation FROM result WHERE extractor = ? ORDER BY document",
            arguments: [pinned.id])
        while let row = try rows.next() {
            let packed: Data = row[1]
            let json = AnnotationPacking.unpack(Array(packed))
            _ = try addFacts(of: try CanonicalJSON.decode(Annotation.self, from: json), document: row[0])
        }
    }

    private mutating func gather(_ facts: DocumentFacts, entities: [Int64], sign: Int) throws {
        for (item, entity) in zip(facts.items, entities) {
            own.entities[entity, default: .init()] += .init(documents: sign, mentions: sign * item.mentions)
            for form in item.forms {
                let id = try self.form(form.name)
                own.forms[.init(entity: entity, form: id), default: .init()] += .init(
                    documents: sign, mentions: sign * form.mentions)
            }
            for country in item.countries {
                own.countries[.init(entity: entity, country: country), default: 0] += sign
            }
        }
    }

    private func insertMentions(
        _ mentions: [Mention], document: Int64, entity: (String) -> Int64?
    ) throws {
        for (number, mention) in mentions.enumerated() {
            try db.run(
                """
                INSERT INTO mention (document, number, start, length, entity, type, kind, confidence)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                numbers: [
                    document, Int64(number), Int64(mention.start), Int64(mention.end - mention.start),
                    entity(mention.entity), Int64(EntityCode.of(mention.type)), Int64(EntityCode.of(mention.kind)),
                    Int64((mention.confidence * 100).rounded()),
                ])
        }
    }

    private func insertRoles(_ roles: [Role], document: Int64, entity: (String?) -> Int64?) throws {
        for (number, role) in roles.enumerated() {
            try db.run(
                """
                INSERT INTO role (document, number, start, length, holder, office, organization, country)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                """,
                [
                    document, number, role.start, role.end - role.start, entity(role.holder), role.office,
                    entity(role.organization), role.country,
                ])
        }
    }

    private func insertQuotes(_ quotes: [Quote], document: Int64, entity: (String?) -> Int64?) throws {
        for (number, quote) in quotes.enumerated() {
            try db.run(
                """
                INSERT INTO quote (document, number, start, length, kind, speaker, source) VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                numbers: [
                    document, Int64(number), Int64(quote.start), Int64(quote.end - quote.start),
                    Int64(EntityCode.of(quote.kind)), entity(quote.speaker), entity(quote.source),
                ])
        }
    }

    /// The row of an entity, made where it is new.
    private mutating func entity(_ item: DocumentFacts.Item) throws -> Int64 {
        if let id = cache.entity(item.global) { return id }
        let id = try db.value(Int64.self, "SELECT id FROM entity WHERE global = ?", [item.global])
        if id == nil {
            try db.run(
                "INSERT INTO entity (global, type, folded, documents, mentions) VALUES (?, ?, ?, 0, 0)",
                [item.global, EntityCode.of(item.type), item.folded])
        }
        let row = id ?? db.lastInsertedRowID
        cache.note(entity: item.global, id: row)
        return row
    }

    /// The row of a form of a name, made where it is new.
    private mutating func form(_ name: String) throws -> Int64 {
        let bytes = Array(name.utf8)
        if let id = cache.form(bytes) { return id }
        let id = try db.value(Int64.self, "SELECT id FROM form WHERE name = ?", [name])
        if id == nil {
            try db.run("INSERT INTO form (name, folded) VALUES (?, ?)", [name, DocumentFacts.fold(name)])
        }
        let row = id ?? db.lastInsertedRowID
        cache.note(form: bytes, id: row)
        return row
    }
}
