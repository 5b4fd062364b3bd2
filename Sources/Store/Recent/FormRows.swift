import GRDB

/// The counters of forms as the file has them.
enum FormRows {
    /// A form that was made and never counted has zeros.
    static func record(_ db: Database, _ form: Int64) throws -> FormRecord? {
        let row = try db.row(select, [form])
        guard let row else { return nil }
        let name = FormRecord.Name(text: row[2], documents: row[5] ?? 0, mentions: row[6] ?? 0)
        var record = FormRecord(form: form, global: row[0], type: row[1], names: [name])
        record.documents = row[3] ?? 0
        record.mentions = row[4] ?? 0
        record.read(countryList: row[8])
        // A form without counters may have had spellings that a change of the pinned version left behind.
        if row[7] as Int? ?? 1 > 0 {
            let spellings = try db.rows(
                "SELECT name, documents, mentions FROM spelling WHERE form = ? ORDER BY number", [form])
            record.names += spellings.map { FormRecord.Name(text: $0[0], documents: $0[1], mentions: $0[2]) }
        }
        return record
    }

    static let select = """
        SELECT f.global, f.type, f.name, t.documents, t.mentions, t.name_documents, t.name_mentions, t.spellings,
            t.countries
        FROM form f LEFT JOIN tally t ON t.form = f.id WHERE f.id = ?
        """

    /// Writes the counters of a form, its spellings that changed, and its places in the rankings.
    static func write(_ record: FormRecord, _ db: Database) throws {
        let old = try db.row("SELECT documents, countries FROM tally WHERE form = ?", [record.form])
        var before = FormRecord(form: record.form, global: record.global, type: record.type, names: [])
        before.documents = old?[0] ?? 0
        before.read(countryList: old?[1])
        try db.run(
            """
            INSERT INTO tally
                (form, documents, mentions, name_documents, name_mentions, spellings, best, country, countries)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT DO UPDATE SET documents = excluded.documents, mentions = excluded.mentions,
                name_documents = excluded.name_documents, name_mentions = excluded.name_mentions,
                spellings = excluded.spellings, best = excluded.best, country = excluded.country,
                countries = excluded.countries
            """,
            [
                record.form, record.documents, record.mentions, record.names[0].documents, record.names[0].mentions,
                record.names.count - 1, record.best, record.country, record.countryList,
            ])
        for (number, name) in record.names.enumerated() where number > 0 && name.isChanged {
            try db.run(
                """
                INSERT INTO spelling (form, number, name, documents, mentions) VALUES (?, ?, ?, ?, ?)
                ON CONFLICT DO UPDATE SET documents = excluded.documents, mentions = excluded.mentions
                """, [record.form, number, name.text, name.documents, name.mentions])
        }
        try rank(record, before: before, db)
    }

    private static func rank(_ record: FormRecord, before: FormRecord, _ db: Database) throws {
        guard record.documents != before.documents || record.country != before.country else { return }
        let type = Int64(record.type)
        if before.documents > 0, record.documents != before.documents {
            try db.run(
                "DELETE FROM ranking WHERE type = ? AND rank = ? AND ordinal = ?",
                numbers: [type, before.rank.first, before.rank.second])
        }
        if record.documents > 0, record.documents != before.documents {
            try db.run(
                "INSERT OR IGNORE INTO ranking (type, rank, ordinal, form) VALUES (?, ?, ?, ?)",
                numbers: [type, record.rank.first, record.rank.second, record.form])
        }
        if before.documents > 0, let country = before.country {
            try db.run(
                "DELETE FROM country_ranking WHERE country = ? AND rank = ? AND ordinal = ?",
                [country, before.rank.first, before.rank.second])
        }
        if record.documents > 0, let country = record.country {
            try db.run(
                "INSERT OR IGNORE INTO country_ranking (country, rank, ordinal, form, type) VALUES (?, ?, ?, ?, ?)",
                [country, record.rank.first, record.rank.second, record.form, record.type])
        }
    }
}
