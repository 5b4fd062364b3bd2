import Annotation
import Foundation
import GRDB
import Wire

extension Writing {
    /// Text, submissions and facts go; the key, its jobs' numbers and an event stay.
    mutating func delete(_ document: String, command: String) throws -> Outcome {
        try once(command) { writing in
            let found = try KeyLookup.resolve(document, writing.seen)
            if !found.deleted { try writing.erase(found.id, key: found.key) }
            return try CanonicalJSON.encode(Deleted(document: found.key))
        }
    }

    /// Deletes by age: what became open, or new, since it was looked for stays.
    mutating func expire(_ documents: [String], before moment: Int64) throws -> Outcome {
        for key in documents {
            guard let row = try row(of: key), !row.deleted, try state(ofDocument: row.id).rawValue >= 2,
                try db.value(Int64.self, "SELECT accepted FROM document WHERE id = ?", [row.id]) ?? 0 < moment
            else { continue }
            try erase(row.id, key: key)
        }
        return .ended
    }

    /// Dead jobs of the pinned version start again with a clean count; a killer stays a suspect.
    mutating func retry(_ documents: [String]?, command: String) throws -> Outcome {
        try once(command) { writing in
            var retried = 0
            for document in try writing.dead(documents) where try writing.retry(document.id, key: document.key) {
                retried += 1
            }
            return try CanonicalJSON.encode(Retried(retried: retried))
        }
    }

    /// Carries a command out unless its id was used before: then the reply of that time is given again.
    private mutating func once(_ command: String, _ body: (inout Writing) throws -> [UInt8]) throws -> Outcome {
        if let reply = try db.value(Data.self, "SELECT reply FROM command WHERE id = ?", [command]) {
            return .reply(Array(reply))
        }
        let reply = try body(&self)
        try db.run("INSERT INTO command (id, at, reply) VALUES (?, ?, ?)", [command, now, Data(reply)])
        return .reply(reply)
    }

    private mutating func erase(_ document: Int64, key: String) throws {
        let old = try state(ofDocument: document)
        try touch(document)
        try eraseFacts(document)
        for row in try db.rows("SELECT name FROM submission WHERE document = ? AND name NOTNULL", [document]) {
            own.set(.submissionName, Ordinal.hash(row[0] as String), document, isPresent: false)
        }
        for table in ["result", "submission", "text"] {
            try db.run("DELETE FROM \(table) WHERE document = ?", [document])
        }
        try db.run(
            """
            UPDATE job SET state = 4, since = ?, failures = 0, lone_deaths = 0, suspect = 0, code = NULL, reason = NULL,
                worker = NULL WHERE document = ?
            """, [now, document])
        try db.run("UPDATE document SET deleted = 1, searchable = 0, given = NULL WHERE id = ?", [document])
        tally.documents -= 1
        if pinned != nil { tally.move(from: old, to: .deleted) }
        try emit(.deleted, document: document, key: key)
    }

    private mutating func eraseFacts(_ document: Int64) throws {
        guard let pinned else { return }
        let packed = try db.value(
            Data.self, "SELECT annotation FROM result WHERE document = ? AND extractor = ?", [document, pinned.id])
        guard let packed else { return }
        let json = AnnotationPacking.unpack(Array(packed))
        try removeFacts(of: try CanonicalJSON.decode(Annotation.self, from: json), document: document)
    }

    private func dead(_ documents: [String]?) throws -> [(id: Int64, key: String)] {
        if let documents {
            return try documents.map { prefix in
                let found = try KeyLookup.resolve(prefix, seen)
                return (found.id, found.key)
            }
        }
        guard let pinned else { return [] }
        let rows = try db.rows(
            """
            SELECT d.id, d.key FROM job j JOIN document d ON d.id = j.document
            WHERE j.extractor = ? AND j.state = 3 ORDER BY j.document
            """, [pinned.id])
        return rows.map { ($0[0], KeyBytes.hex($0[1])) }
    }

    private mutating func retry(_ document: Int64, key: String) throws -> Bool {
        guard let pinned, let job = try job(document, pinned.id), job.state == .dead else { return false }
        try move(job, to: .ready)
        try db.run(
            """
            UPDATE job SET due = ?, failures = 0, lone_deaths = 0, suspect = lone_deaths > 0, code = NULL, reason = NULL
            WHERE document = ? AND extractor = ?
            """, [steady, document, pinned.id])
        try emit(.retried, document: document, key: key)
        return true
    }
}
