import Annotation
import Foundation
import GRDB
import Wire

extension Writing {
    /// Takes a document and where it was met. A deleted document that is submitted again is accepted anew.
    mutating func submit(_ key: String, _ text: [UInt8], _ submission: Submission) throws -> Outcome {
        let added = try add(key, text, submission)
        return .accepted(
            Accepted(document: key, duplicate: !added.new, state: try state(ofDocument: added.document).wire))
    }

    /// A text with its result in one step.
    mutating func publish(
        _ key: String, _ text: [UInt8], _ submission: Submission, _ finding: Finding
    ) throws -> Outcome {
        try finding.check(text: text)
        if pinned == nil { _ = try pin(finding.extractor) }
        let added = try add(key, text, submission, closing: finding.extractor == pinned?.version)
        let stored = try store(finding, document: added.document, key: key)
        return .stored(Stored(duplicate: !added.new && !stored))
    }

    /// The row of a document; throws `unknown_document` where there is none.
    func find(_ key: String) throws -> (id: Int64, deleted: Bool) {
        guard let row = try row(of: key) else {
            throw WireError(.unknownDocument, "There is no document \(key.prefix(64)).")
        }
        return row
    }

    /// The row of a document; nil where there is none.
    func row(of key: String) throws -> (id: Int64, deleted: Bool)? {
        guard DocumentKey.isValid(key) else { return nil }
        let bytes = KeyBytes.bytes(key)
        for id in try ids(.documentKey, Ordinal.of(key: bytes)) {
            guard let row = try db.row("SELECT key, deleted FROM document WHERE id = ?", [id]) else { continue }
            if row[0] as Data == bytes { return (id, row[1]) }
        }
        return nil
    }

    /// Where a document stands for the pinned version; without a job it waits for a version to be pinned.
    func state(ofDocument document: Int64) throws -> JobState {
        guard let pinned else { return .ready }
        let state = try db.value(
            Int.self, "SELECT state FROM job WHERE document = ? AND extractor = ?", [document, pinned.id])
        return state.flatMap(JobState.init(rawValue:)) ?? .ready
    }

    /// The text of a document that is not deleted.
    func text(ofDocument document: Int64) throws -> String? {
        try db.value(String.self, "SELECT body FROM text WHERE document = ?", [document])
    }

    /// - Parameter closing: whether the result comes with it, so that no job has to wait.
    private mutating func add(
        _ key: String, _ text: [UInt8], _ submission: Submission, closing: Bool = false
    ) throws -> (document: Int64, new: Bool) {
        guard hasSpace else {
            throw WireError(
                .storageFull, "The disk is nearly full: make room on the service's file system.", retry: .later)
        }
        let document: Int64
        var new = true
        if let row = try row(of: key) {
            document = row.id
            new = row.deleted
            try touch(document)
            if new { try revive(document, key, text) }
        } else {
            document = try insert(key, text, closing: closing)
            touchNew(document)
        }
        if new {
            try emit(.accepted, document: document, key: key)
            tally.documents += 1
        }
        let told = try insert(submission, document: document)
        return (document, new || told)
    }

    private mutating func insert(_ key: String, _ text: [UInt8], closing: Bool) throws -> Int64 {
        let bytes = KeyBytes.bytes(key)
        let ordinal = Ordinal.of(key: bytes)
        try db.run(
            "INSERT INTO document (key, accepted, length) VALUES (?, ?, ?)",
            [bytes, now, text.count { $0 & 0xC0 != 0x80 }])
        let document = db.lastInsertedRowID
        own.set(.documentKey, ordinal, document)
        try db.run(
            "INSERT INTO text (document, body) VALUES (?, ?)", [document, String(decoding: text, as: UTF8.self)])
        if let pinned, !closing {
            try db.run(
                "INSERT INTO job (document, extractor, ordinal, state, due, since) VALUES (?, ?, ?, 0, ?, ?)",
                [document, pinned.id, ordinal, steady, now])
            tally.move(from: nil, to: .ready)
        }
        return document
    }

    /// The jobs of every version start again, as any of them may be pinned next. Attempts go on counting: a number given
    /// out before the deletion is never given out again.
    private mutating func revive(_ document: Int64, _ key: String, _ text: [UInt8]) throws {
        try db.run("UPDATE document SET deleted = 0, accepted = ? WHERE id = ?", [now, document])
        try db.run(
            "INSERT INTO text (document, body) VALUES (?, ?)", [document, String(decoding: text, as: UTF8.self)])
        let old = try pinned.flatMap { try job(document, $0.id) }
        try db.run(
            "UPDATE job SET state = 0, due = ?, since = ? WHERE document = ? AND state = 4", [steady, now, document])
        guard let pinned else { return }
        try db.run(
            """
            INSERT INTO job (document, extractor, ordinal, state, due, since) VALUES (?, ?, ?, 0, ?, ?)
            ON CONFLICT DO NOTHING
            """, [document, pinned.id, Ordinal.of(key: KeyBytes.bytes(key)), steady, now])
        tally.move(from: old?.state, to: .ready)
    }

    /// Whether the submission is a new one for the document.
    private mutating func insert(_ submission: Submission, document: Int64) throws -> Bool {
        let digest = Data(SHA256.hash(try CanonicalJSON.encode(submission)).prefix(16))
        let tags = try submission.tags.map { String(decoding: try CanonicalJSON.encode($0), as: UTF8.self) }
        try db.run(
            """
            INSERT INTO submission (document, digest, name, source, url, title, published, basis, language, tags)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING
            """,
            [
                document, digest, submission.id, submission.source, submission.url, submission.title,
                submission.published, submission.basis?.rawValue, submission.language, tags,
            ])
        guard db.changesCount == 1 else { return false }
        if let name = submission.id { own.set(.submissionName, Ordinal.hash(name), document) }
        if let published = submission.published {
            let day = PublicationDate.day(of: published)
            try db.run(
                "UPDATE document SET given = ? WHERE id = ? AND (given IS NULL OR given > ?)", [day, document, day])
        }
        return true
    }
}
