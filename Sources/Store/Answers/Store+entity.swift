import Annotation
import GRDB
package import Wire

extension Store {
    /// One entity: its names, roles, quotations, documents and related, each list cut at the limit.
    ///
    /// - Throws: `unknown_entity`, `ambiguous`, `bad_field`, `deadline`.
    package func entity(_ parameters: EntityParameters, deadlineMs: Int? = nil) async throws -> EntityAnswer {
        let limit = try PageLimit.rows(parameters.limit, ordinary: 20)
        return try await read(deadlineMs: deadlineMs) { db in
            let found = try EntityLookup.resolve(parameters.entity, db)
            let documents = try DocumentRows.fetch(
                db, where: "d.id IN (SELECT document FROM appearance WHERE entity = ?)", [found.id], limit: limit)
            return EntityAnswer(
                entity: found.summary, names: try Self.names(db, of: found.id, limit: limit),
                roles: try Self.roles(db, of: found.id, limit: limit),
                quotes: try Self.quotes(db, of: found.id, limit: limit), documents: documents.map(\.summary),
                related: try Self.related(db, of: found.id, limit: limit))
        }
    }

    /// The most characters of a role or quotation that are shown.
    private static let longestEvidence = 10_000

    private static func names(_ db: Database, of entity: Int64, limit: Int) throws -> [EntityAnswer.Form] {
        let rows = try db.rows(
            """
            SELECT substr(f.name, 1, 1000), ef.mentions FROM entity_form ef JOIN form f ON f.id = ef.form
            WHERE ef.entity = ? ORDER BY ef.mentions DESC, f.name LIMIT ?
            """, [entity, limit])
        return rows.map { EntityAnswer.Form(name: $0[0], mentions: $0[1]) }
    }

    private static func roles(_ db: Database, of entity: Int64, limit: Int) throws -> [EntityAnswer.Evidence] {
        let rows = try db.rows(
            """
            SELECT page.key, r.start, r.start + r.length AS "end",
                substr(t.body, r.start + 1, min(r.length, \(longestEvidence))) AS text,
                substr(r.office, 1, 1000) AS office,
                coalesce((SELECT \(EntityRows.name) FROM entity e WHERE e.id = r.organization), r.country) AS of
            FROM (SELECT d.key, r.document, r.number FROM role r JOIN document d ON d.id = r.document
                  WHERE r.holder = ? ORDER BY d.key, r.number LIMIT ?) page
                CROSS JOIN role r ON r.document = page.document AND r.number = page.number
                CROSS JOIN text t ON t.document = r.document
            ORDER BY page.key, r.number
            """, [entity, limit])
        return rows.map { row in
            EntityAnswer.Evidence(
                document: KeyBytes.hex(row["key"]), start: row["start"], end: row["end"], text: row["text"],
                office: row["office"], of: row["of"])
        }
    }

    private static func quotes(_ db: Database, of entity: Int64, limit: Int) throws -> [EntityAnswer.Evidence] {
        let rows = try db.rows(
            """
            SELECT page.key, q.start, q.start + q.length AS "end",
                substr(t.body, q.start + 1, min(q.length, \(longestEvidence))) AS text, q.kind
            FROM (SELECT d.key, q.document, q.number FROM quote q JOIN document d ON d.id = q.document
                  WHERE q.speaker = ? ORDER BY d.key, q.number LIMIT ?) page
                CROSS JOIN quote q ON q.document = page.document AND q.number = page.number
                CROSS JOIN text t ON t.document = q.document
            ORDER BY page.key, q.number
            """, [entity, limit])
        return rows.map { row in
            EntityAnswer.Evidence(
                document: KeyBytes.hex(row["key"]), start: row["start"], end: row["end"], text: row["text"],
                kind: EntityCode.quotes[row["kind"]].rawValue)
        }
    }

    /// Who is named in the same documents; the number of documents is that of the common ones.
    private static func related(_ db: Database, of entity: Int64, limit: Int) throws -> [EntitySummary] {
        let rows = try db.rows(
            """
            SELECT e.global, e.type, \(EntityRows.name) AS name, \(EntityRows.country) AS country, page.common,
                page.mentions
            FROM (SELECT c.entity, c.common, c.mentions
                  FROM (SELECT o.entity, count(*) AS common, sum(o.mentions) AS mentions
                        FROM appearance a CROSS JOIN appearance o ON o.document = a.document AND o.entity <> a.entity
                        WHERE a.entity = ? GROUP BY o.entity) c CROSS JOIN entity e ON e.id = c.entity
                  ORDER BY c.common DESC, e.global < 0, e.global LIMIT ?) page
                CROSS JOIN entity e ON e.id = page.entity
            ORDER BY page.common DESC, e.global < 0, e.global
            """, [entity, limit])
        return rows.map { EntityRows.summary($0, documents: $0["common"]) }
    }
}
