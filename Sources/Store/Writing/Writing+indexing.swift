import Foundation
import GRDB

extension Writing {
    /// Notes what the index knows of a document before anything of it changes; to be called first.
    mutating func touch(_ document: Int64) throws {
        guard touched[document] == nil else { return }
        touched[document] = try Before(row: IndexRow.fetch(db, document: document))
    }

    /// Notes a document that is new.
    mutating func touchNew(_ document: Int64) { touched[document] = touched[document] ?? Before(row: nil) }

    /// Gives the documents that changed their places and tells the indexes, in the order that they keep.
    mutating func settleIndexes() throws {
        for document in touched.keys.sorted() { try settlePlace(of: document) }
        var steps: [(place: Int64, isNew: Bool, row: IndexRow)] = []
        for (document, before) in touched {
            let row = try IndexRow.fetch(db, document: document)
            guard row != before.row else { continue }
            if let old = before.row { steps.append((old.place, false, old)) }
            if let row { steps.append((row.place, true, row)) }
        }
        // FTS5 writes a segment of its own whenever the rows do not come in order.
        for step in steps.sorted(by: { $0.place != $1.place ? $0.place < $1.place : !$0.isNew && $1.isNew }) {
            if step.isNew { try step.row.add(db) } else { try step.row.remove(db) }
        }
        for (row, name) in draft.names.sorted(by: { $0.key < $1.key }) {
            try db.run("INSERT INTO name_index (rowid, name) VALUES (?, ?)", [row, name])
        }
        touched = [:]
        draft.names = [:]
    }

    private mutating func settlePlace(of document: Int64) throws {
        guard let placed = try Placed(db, document: document) else { return }
        let wanted = placed.isDeleted ? nil : Place.wanted(date: placed.date, key: placed.key)
        if let place = placed.place, let wanted, Place.holds(place, wanted: wanted) { return }
        if let place = placed.place {
            draft.set(.documentPlace, place, document, isPresent: false)
            try db.run("UPDATE document SET place = NULL WHERE id = ?", [document])
        }
        guard let wanted else { return }
        var (mover, slot) = (placed, wanted)
        while let other = try ids(.documentPlace, slot).first {
            guard let holder = try Placed(db, document: other) else { break }
            if mover.precedes(holder) {
                try touch(other)
                draft.set(.documentPlace, slot, other, isPresent: false)
                try put(mover.document, at: slot)
                mover = holder
            }
            slot += 1
        }
        try put(mover.document, at: slot)
    }

    private mutating func put(_ document: Int64, at place: Int64) throws {
        draft.set(.documentPlace, place, document)
        try db.run("UPDATE document SET place = ? WHERE id = ?", numbers: [place, document])
    }
}

/// What the index knew of a document when the transaction began; no row where it did not know it.
struct Before {
    var row: IndexRow?
}

/// A document as the list of all sees it.
private struct Placed {
    let document: Int64
    let key: Data
    let date: String?
    let place: Int64?
    let isDeleted: Bool

    init?(_ db: Database, document: Int64) throws {
        let row = try db.row(
            "SELECT key, coalesce(stated, given), place, deleted FROM document WHERE id = ?", [document])
        guard let row else { return nil }
        self.document = document
        (key, date, place, isDeleted) = (row[0], row[1], row[2], row[3])
    }

    func precedes(_ other: Placed) -> Bool {
        let (mine, others) = (Place.number(ofDate: date), Place.number(ofDate: other.date))
        return mine != others ? mine < others : key.lexicographicallyPrecedes(other.key)
    }
}
