import Foundation
import GRDB

extension FourthLayout {
    /// Lays what an earlier layout has as this one does; the facts are made of the results again.
    static func migrate(_ db: Database) throws {
        KeyFunctions.add(to: db)
        try db.execute(sql: goes)
        // The tables that refer to these go on doing so by name.
        try db.execute(sql: "PRAGMA legacy_alter_table = ON")
        try db.execute(sql: setAside)
        try db.execute(sql: "PRAGMA legacy_alter_table = OFF")
        try db.execute(sql: tables)
        try db.execute(sql: facts)
        try db.execute(sql: forms)
        try db.execute(sql: pairs)
        try db.execute(sql: indexes)
        try db.execute(sql: copies)
        try db.execute(sql: FourthLayout.views)
        var writing = try Writing(
            db, now: 0, lead: 0, options: StoreOptions(), hasSpace: true, recent: Recent())
        try writing.rebuildFacts()
    }

    private static let setAside = """
        DROP INDEX document_by_date; DROP INDEX document_by_age; DROP INDEX submission_by_name;
        DROP INDEX submission_by_source; DROP INDEX job_ready; DROP INDEX job_leased; DROP INDEX job_dead;
        ALTER TABLE document RENAME TO old_document;
        ALTER TABLE submission RENAME TO old_submission;
        ALTER TABLE job RENAME TO old_job;
        """

    private static let copies = """
        INSERT INTO document (id, key, accepted, length, deleted, searchable, given)
            SELECT id, key, accepted, length, deleted, searchable, given FROM old_document ORDER BY id;
        INSERT INTO submission
            SELECT document, digest, name, source, url, title, published, basis, language, tags FROM old_submission
            ORDER BY document, digest;
        INSERT INTO job
            SELECT j.document, j.extractor, key_ordinal(d.key), j.state, j.due, j.since, j.attempt, j.failures,
                j.lone_deaths, j.suspect, j.code, j.reason, j.worker
            FROM old_job j JOIN old_document d ON d.id = j.document ORDER BY j.document, j.extractor;
        INSERT INTO document_key SELECT key_ordinal(key), id FROM old_document ORDER BY 1, 2;
        INSERT INTO submission_name
            SELECT DISTINCT name_hash(name), document FROM old_submission WHERE name NOTNULL ORDER BY 1, 2;
        DROP TABLE old_job; DROP TABLE old_submission; DROP TABLE old_document;
        """
}
