import GRDB

/// The layout of the file, as an append-only list of named migrations. `Store.docc/Database.md` explains it.
enum Schema {
    /// Kept in the file's `user_version`: a file with a higher one was written by a newer program.
    static let version = 4

    /// A migration that was released is never changed: the next one goes behind it, and `version` counts it.
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 documents, jobs, results, facts, feed") { db in
            try db.execute(sql: FirstLayout.tables)
            try db.execute(sql: FirstLayout.facts)
            try db.execute(sql: FirstLayout.views)
            try db.execute(
                sql: "INSERT INTO meta (name, value) VALUES ('epoch', lower(hex(randomblob(8)))), ('clean', '1')")
        }
        migrator.registerMigration("2 documents by age") { db in
            try db.execute(sql: "CREATE INDEX document_by_age ON document (accepted) WHERE deleted = 0")
        }
        migrator.registerMigration("3 indexes that the queue and the lists can use") { db in
            try db.execute(sql: ThirdLayout.indexes)
        }
        migrator.registerMigration("4 what a document adds lies together") { db in
            try FourthLayout.migrate(db)
        }
        return migrator
    }

    /// The first migration that a database lacks; nil where it has all or is new.
    static func pending(_ db: Database) throws -> String? {
        let applied = try migrator.appliedIdentifiers(db)
        return applied.isEmpty ? nil : migrator.migrations.first { !applied.contains($0) }
    }

    /// Brings a database to the newest layout.
    static func prepare(_ writer: some DatabaseWriter) throws {
        try migrator.migrate(writer)
        try writer.writeWithoutTransaction { db in
            try db.execute(sql: "PRAGMA application_id = \(DatabaseCheck.applicationID)")
            try db.execute(sql: "PRAGMA user_version = \(version)")
        }
    }
}
