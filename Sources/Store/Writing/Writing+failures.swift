import GRDB
import Wire

/// Why an attempt came to nothing.
struct Failure {
    var code: String
    var reason: String
    var worker: String
    /// False where another attempt cannot help.
    var retryable = true
    /// Whether a worker died while it held nothing but this document.
    var loneDeath = false
}

extension Writing {
    mutating func fail(_ fail: Fail, worker: String) throws -> Outcome {
        guard let job = try current(fail.document, fail.attempt) else {
            throw WireError(
                .staleAttempt,
                "Attempt \(fail.attempt) at \(fail.document.prefix(12)) is not the current one: forget it.")
        }
        let failure = Failure(code: fail.code, reason: fail.text, worker: worker, retryable: fail.retryable)
        try count(failure, job: job, key: fail.document)
        return .stored(Stored(duplicate: false))
    }

    /// A death beside other documents makes a suspect of each and costs nothing; a death alone, or an attempt without
    /// end, counts.
    mutating func ended(_ attempts: [EndedAttempt]) throws -> Outcome {
        for attempt in attempts {
            guard let job = try current(attempt.document, attempt.attempt) else { continue }
            if attempt.reason == .attemptLimit {
                let failure = Failure(
                    code: "attempt_limit", reason: "The worker did not finish within the limit of one attempt.",
                    worker: attempt.worker)
                try count(failure, job: job, key: attempt.document)
            } else if attempt.alone {
                let failure = Failure(
                    code: "worker_died", reason: "The document killed its worker.", worker: attempt.worker,
                    loneDeath: true)
                try count(failure, job: job, key: attempt.document)
            } else {
                try move(job, to: .ready)
                try db.run(
                    "UPDATE job SET suspect = 1 WHERE document = ? AND extractor = ?", [job.document, job.extractor])
            }
        }
        return .ended
    }

    /// Notes a failed attempt: the job waits for its next one, or is dead.
    mutating func count(_ failure: Failure, job: JobRecord, key: String) throws {
        let failures = job.failures + 1
        let deaths = job.loneDeaths + (failure.loneDeath ? 1 : 0)
        let isDead = !failure.retryable || failures >= options.maxFailures || deaths >= options.maxLoneDeaths
        try move(job, to: isDead ? .dead : .ready)
        let due = steady + options.backOffMs(failures: failures, key: Array(KeyBytes.bytes(key)))
        // Whoever survives a document, even to fail at it, clears it of suspicion.
        try db.run(
            """
            UPDATE job SET failures = ?, lone_deaths = ?, suspect = ?, due = ?, code = ?, reason = ?, worker = ?
            WHERE document = ? AND extractor = ?
            """,
            [
                failures, deaths, failure.loneDeath, due, failure.code, String(failure.reason.prefix(2_000)),
                failure.worker, job.document, job.extractor,
            ])
        if isDead { try emit(.dead, document: job.document, key: key) }
    }
}
