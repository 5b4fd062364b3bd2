import GRDB

/// What is written once for a whole transaction: words into the full-text indexes, and counters that documents share.
struct WaitingWrites {
    /// One step for a full-text index; the order matters.
    enum IndexStep {
        case addText(Int64, String)
        case removeText(Int64, String)
        case addTitle(Int64, String)
        case removeTitle(Int64, String)
    }

    /// Two numbers that grow together.
    struct Count {
        var documents = 0
        var mentions = 0

        static func += (left: inout Count, right: Count) {
            left.documents += right.documents
            left.mentions += right.mentions
        }
    }

    struct FormOfEntity: Hashable {
        var entity: Int64
        var form: Int64
    }

    struct CountryOfEntity: Hashable {
        var entity: Int64
        var country: String
    }

    var steps: [IndexStep] = []
    var entities: [Int64: Count] = [:]
    var forms: [FormOfEntity: Count] = [:]
    var countries: [CountryOfEntity: Int] = [:]

    mutating func add(_ other: WaitingWrites) {
        steps += other.steps
        for (key, count) in other.entities { entities[key, default: Count()] += count }
        for (key, count) in other.forms { forms[key, default: Count()] += count }
        for (key, count) in other.countries { countries[key, default: 0] += count }
    }

    /// - Returns: how many entities more are named by a document than before.
    func write(_ db: Database) throws -> Int {
        let entities = try writeEntities(db)
        try writeForms(db)
        try writeCountries(db)
        for step in steps { try write(step, db) }
        return entities
    }

    private func writeEntities(_ db: Database) throws -> Int {
        var more = 0
        for (entity, count) in entities.sorted(by: { $0.key < $1.key }) {
            let documents = try db.run(
                "UPDATE entity SET documents = documents + ?, mentions = mentions + ? WHERE id = ? RETURNING documents",
                numbers: [Int64(count.documents), Int64(count.mentions), entity])
            guard let documents else { continue }
            let before = documents - Int64(count.documents)
            more += (documents > 0 ? 1 : 0) - (before > 0 ? 1 : 0)
        }
        return more
    }

    private func writeForms(_ db: Database) throws {
        for (key, count) in forms.sorted(by: { ($0.key.entity, $0.key.form) < ($1.key.entity, $1.key.form) }) {
            try db.run(
                """
                INSERT INTO entity_form (entity, form, documents, mentions) VALUES (?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET documents = documents + excluded.documents,
                    mentions = mentions + excluded.mentions
                """, numbers: [key.entity, key.form, Int64(count.documents), Int64(count.mentions)])
            guard count.documents < 0 else { continue }
            try db.run(
                "DELETE FROM entity_form WHERE entity = ? AND form = ? AND documents <= 0",
                numbers: [key.entity, key.form])
        }
    }

    private func writeCountries(_ db: Database) throws {
        for (key, count) in countries.sorted(by: { ($0.key.entity, $0.key.country) < ($1.key.entity, $1.key.country) })
        {
            try db.run(
                """
                INSERT INTO entity_country (entity, country, documents) VALUES (?, ?, ?)
                ON CONFLICT DO UPDATE SET documents = documents + excluded.documents
                """, [key.entity, key.country, count])
            guard count < 0 else { continue }
            try db.run(
                "DELETE FROM entity_country WHERE entity = ? AND country = ? AND documents <= 0",
                [key.entity, key.country])
        }
    }

    private func write(_ step: IndexStep, _ db: Database) throws {
        switch step {
        case .addText(let id, let text):
            try db.run("INSERT INTO text_index (rowid, body) VALUES (?, ?)", [id, text])
        case .removeText(let id, let text):
            try db.run("INSERT INTO text_index (text_index, rowid, body) VALUES ('delete', ?, ?)", [id, text])
        case .addTitle(let id, let title):
            try db.run("INSERT INTO title_index (rowid, title) VALUES (?, ?)", [id, title])
        case .removeTitle(let id, let title):
            try db.run("INSERT INTO title_index (title_index, rowid, title) VALUES ('delete', ?, ?)", [id, title])
        }
    }
}
