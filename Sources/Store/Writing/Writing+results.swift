import Annotation
import Foundation
import GRDB
import Wire

extension Writing {
    /// Stores a result once; a wrong one is refused and counts as a failed attempt.
    mutating func result(of attempt: Attempt, _ finding: Finding, worker: String) throws -> Outcome {
        let document = try find(attempt.document)
        if document.deleted { return .stored(Stored(duplicate: true)) }
        let extractor = try self.extractor(finding.extractor)
        guard try isOpen(document.id, extractor.id), let text = try text(ofDocument: document.id) else {
            return .stored(Stored(duplicate: true))
        }
        let bytes = Array(text.utf8)
        do {
            try finding.check(text: bytes)
        } catch {
            if let job = try job(document.id, extractor.id), job.holds(attempt.attempt) {
                try count(
                    Failure(code: "bad_result", reason: error.message, worker: worker), job: job,
                    key: attempt.document)
            }
            return .refused(error)
        }
        let stored = try store(finding, document: document.id, key: attempt.document, worker: worker)
        return .stored(Stored(duplicate: !stored))
    }

    /// Whether the result was stored; false where one is there or the job is closed.
    mutating func store(
        _ finding: Finding, document: Int64, key: String, worker: String? = nil
    ) throws -> Bool {
        let extractor = try self.extractor(finding.extractor)
        guard try close(document, key: key, extractor, worker: worker) else { return false }
        try db.run(
            "INSERT INTO result (document, extractor, stored, annotation) VALUES (?, ?, ?, ?)",
            [document, extractor.id, now, Data(AnnotationPacking.pack(finding.json))])
        guard extractor == pinned else { return true }
        try touch(document)
        let topics = try addFacts(of: finding.annotation, document: document)
        try emit(.stored, document: document, key: key, topics: topics)
        return true
    }

    /// The row of an extractor version, made where it is new.
    func extractor(_ version: String) throws -> Extractor {
        if let pinned, pinned.version == version { return pinned }
        try db.run("INSERT INTO extractor (version) VALUES (?) ON CONFLICT DO NOTHING", [version])
        let id = try db.value(Int64.self, "SELECT id FROM extractor WHERE version = ?", [version])
        guard let id else { throw WireError(.internal, "The extractor version was not stored.") }
        return Extractor(id: id, version: version)
    }

    /// A version that was never pinned has no jobs until its result comes: that counts as open.
    private func isOpen(_ document: Int64, _ extractor: Int64) throws -> Bool {
        let state = try db.value(
            Int.self, "SELECT state FROM job WHERE document = ? AND extractor = ?", [document, extractor])
        return state.map { $0 < JobState.done.rawValue } ?? true
    }

    /// Moves the job to done; false where it was closed before.
    private mutating func close(_ document: Int64, key: String, _ extractor: Extractor, worker: String?) throws -> Bool
    {
        let old = try db.value(
            Int.self, "SELECT state FROM job WHERE document = ? AND extractor = ?", [document, extractor.id])
        try db.run(
            """
            INSERT INTO job (document, extractor, ordinal, state, due, since, worker) VALUES (?, ?, ?, 2, ?, ?, ?)
            ON CONFLICT DO UPDATE SET state = 2, since = excluded.since, worker = excluded.worker, suspect = 0,
                code = NULL, reason = NULL
            WHERE state < 2
            """, [document, extractor.id, Ordinal.of(key: KeyBytes.bytes(key)), now, now, worker])
        guard db.changesCount == 1 else { return false }
        if extractor == pinned { tally.move(from: old.flatMap(JobState.init(rawValue:)), to: .done) }
        return true
    }
}
