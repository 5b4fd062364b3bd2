import GRDB

/// Tells a copy from the database it was made of: the name `backup` in the table `meta`, with the command that made it.
///
/// Whoever opens a marked file to serve from it draws a new epoch, so that subscribers notice, however often one copy is
/// put in place.
enum CopyMark {
    static func set(_ db: Database, command: String) throws {
        try db.execute(
            sql: "INSERT INTO meta (name, value) VALUES ('backup', ?) ON CONFLICT DO UPDATE SET value = excluded.value",
            arguments: [command])
    }

    /// The command that made a copy; nil where the file is none.
    static func command(_ db: Database) throws -> String? {
        try String.fetchOne(db, sql: "SELECT value FROM meta WHERE name = 'backup'")
    }

    static func renewEpoch(_ db: Database) throws {
        try db.execute(sql: "UPDATE meta SET value = lower(hex(randomblob(8))) WHERE name = 'epoch'")
    }

    /// Makes a database of its own out of a copy; nothing where it is none.
    static func remove(_ db: Database) throws {
        guard try command(db) != nil else { return }
        try db.inTransaction {
            try renewEpoch(db)
            try db.execute(sql: "DELETE FROM meta WHERE name = 'backup'")
            return .commit
        }
    }
}
