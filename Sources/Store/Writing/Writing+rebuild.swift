import Annotation
import Foundation
import GRDB

extension Writing {
    /// How many changed counters are kept before they are written.
    private static let mostRecords = 50_000

    /// Makes the facts those of the pinned version again, after another one was pinned.
    mutating func rebuildFacts() throws {
        try clearFacts()
        if let pinned {
            let rows = try Row.fetchCursor(
                db, sql: "SELECT document, annotation FROM result WHERE extractor = ? ORDER BY document",
                arguments: [pinned.id])
            while let row = try rows.next() {
                let packed: Data = row[1]
                let json = AnnotationPacking.unpack(Array(packed))
                _ = try addFacts(of: try CanonicalJSON.decode(Annotation.self, from: json), document: row[0])
                if own.records.count > Self.mostRecords { try writeOwn() }
            }
        }
        try writeOwn()
        try rebuildPlaces()
    }

    private mutating func clearFacts() throws {
        for table in FactRows.tables + ["tally", "ranking", "country_ranking"] {
            try db.execute(sql: "DELETE FROM \(table)")
        }
        try db.execute(
            sql: """
                UPDATE spelling SET documents = 0, mentions = 0;
                UPDATE document SET stated = NULL, basis = NULL, language = NULL, title = NULL, mentions = 0;
                """)
        lookup.recent.clearRecords()
        draft.records = [:]
        own.records = [:]
        own.clearsRecords = true
    }

    /// Writes counters and pairs where they belong at once: a whole store of them does not go through memory.
    private mutating func writeOwn() throws {
        for form in own.records.keys.sorted() {
            if let record = own.records[form] { try FormRows.write(record, db) }
        }
        own.records = [:]
        documentsBefore = [:]
        for (key, ids) in own.takePairs() {
            for id in ids.keys { try key.index.put(key.key, id, db) }
        }
        for (row, name) in own.names.sorted(by: { $0.key < $1.key }) {
            try db.run("INSERT INTO name_index (rowid, name) VALUES (?, ?)", [row, name])
        }
        own.names = [:]
    }

    /// Gives every document its place and indexes all of them anew, in that order.
    mutating func rebuildPlaces() throws {
        try db.execute(
            sql: """
                DELETE FROM document_place;
                INSERT INTO text_index (text_index) VALUES ('delete-all');
                UPDATE document SET place = NULL WHERE deleted = 1;
                """)
        lookup.recent.clearPlaces()
        draft.clearPlaces()
        own.clearPlaces()
        touched = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT id, key, coalesce(stated, given) FROM document WHERE deleted = 0
                ORDER BY coalesce(stated, given, '~'), key
                """)
        var last: Int64 = -1
        while let row = try rows.next() {
            let document: Int64 = row[0]
            last = max(last + 1, Place.wanted(date: row[2], key: row[1]))
            try db.run("UPDATE document SET place = ? WHERE id = ?", numbers: [last, document])
            try db.run("INSERT INTO document_place (key, id) VALUES (?, ?)", numbers: [last, document])
            try IndexRow.fetch(db, document: document)?.add(db)
        }
    }
}
