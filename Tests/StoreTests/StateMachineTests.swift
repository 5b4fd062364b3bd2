import Annotation
import Foundation
import Store
import Testing
import Wire

import enum Store.Operation

/// Every operation on a job in every state: what it answers and where the job is then.
@Suite struct StateMachineTests {
    enum Start: String, CaseIterable, Sendable { case ready, leased, done, dead, deleted }

    enum Action: String, CaseIterable, Sendable {
        case submit, submitOther, publish, lease, result, staleResult, wrongResult, fail, finalFail, staleFail
        case release, staleRelease, diedAlone, diedBeside, leaseExpired, attemptLimit, staleEnd, delete, retry
    }

    /// What an operation answers, in a word.
    enum Answer: String { case new, duplicate, leased, nothing, ended, reply, stale, refused }

    struct Expected: Sendable {
        var answer: Answer
        var state: DocumentState
    }

    @Test(arguments: Start.allCases, Action.allCases)
    func operation(from start: Start, action: Action) async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await bring(sample, to: start, fixture)
        let outcome = try await fixture.run(try operation(action, sample, start))
        let expected = expectation(start, action)
        #expect(answer(outcome) == expected.answer, "\(outcome)")
        #expect(try await fixture.state(sample) == expected.state)
        // The numbers of the feed have no holes, and the tally is that of the rows.
        let history = try await fixture.store.since(Since(epoch: nil, sequence: 0))
        #expect(history.events.map(\.sequence) == Array(1...history.answer.last))
        let before = try await fixture.store.counts(now: fixture.now)
        try fixture.reopen()
        let after = try await fixture.store.counts(now: fixture.now)
        #expect(before.queue == after.queue)
        #expect(before.documents == after.documents && before.entities == after.entities)
    }

    /// A leased job is at attempt 2, so that attempt 1 is a stale one.
    private func bring(_ sample: Sample, to start: Start, _ fixture: StoreFixture) async throws {
        let attempt = try await fixture.lease(sample)
        try await fixture.run(.release([Attempt(document: sample.key, attempt: attempt)]))
        if start == .ready { return }
        _ = try await fixture.lease()
        switch start {
        case .ready, .leased: break
        case .done: try await fixture.run(try sample.result(attempt: 2))
        case .dead: try await fixture.run(fail(sample, attempt: 2, retryable: false))
        case .deleted: try await fixture.run(.delete(document: sample.key, command: "first"))
        }
        #expect(try await fixture.state(sample).rawValue == start.rawValue)
    }

    private func operation(_ action: Action, _ sample: Sample, _ start: Start) throws -> Operation {
        func end(_ attempt: Int, alone: Bool, _ reason: EndedAttempt.Reason) -> Operation {
            .ended([EndedAttempt(document: sample.key, attempt: attempt, alone: alone, reason: reason, worker: "w")])
        }
        switch action {
        case .submit: return sample.submit()
        case .submitOther: return sample.submit(Submission(source: "another"))
        case .publish: return try sample.publish()
        case .lease: return .lease(count: 1, bytes: 1, suspects: false, worker: "w")
        case .result: return try sample.result(attempt: 2)
        case .staleResult: return try sample.result(attempt: 1)
        case .wrongResult:
            var wrong = sample.annotation()
            wrong.mentions[0].end += 1
            return .result(
                document: sample.key, attempt: 2, extractor: "x 1", wrong, json: try CanonicalJSON.encode(wrong),
                worker: "w")
        case .fail: return fail(sample, attempt: 2)
        case .finalFail: return fail(sample, attempt: 2, retryable: false)
        case .staleFail: return fail(sample, attempt: 1)
        case .release: return .release([Attempt(document: sample.key, attempt: 2)])
        case .staleRelease: return .release([Attempt(document: sample.key, attempt: 1)])
        case .diedAlone: return end(2, alone: true, .died)
        case .diedBeside: return end(2, alone: false, .died)
        case .leaseExpired: return end(2, alone: true, .leaseExpired)
        case .attemptLimit: return end(2, alone: false, .attemptLimit)
        case .staleEnd: return end(1, alone: true, .died)
        case .delete: return .delete(document: String(sample.key.prefix(10)), command: "second")
        case .retry: return .retry(documents: [String(sample.key.prefix(10))], command: "third")
        }
    }

    private func fail(_ sample: Sample, attempt: Int, retryable: Bool = true) -> Operation {
        .fail(
            Fail(document: sample.key, attempt: attempt, retryable: retryable, code: "test", text: "No."), worker: "w")
    }

    private func answer(_ outcome: Outcome) -> Answer {
        switch outcome {
        case .accepted(let accepted): accepted.duplicate ? .duplicate : .new
        case .stored(let stored): stored.duplicate ? .duplicate : .new
        case .leased(let jobs): jobs.isEmpty ? .nothing : .leased
        case .ended: .ended
        case .pinned, .reply: .reply
        case .refused(let error): error.code == .staleAttempt ? .stale : .refused
        }
    }

    private func expectation(_ start: Start, _ action: Action) -> Expected {
        let same = DocumentState(rawValue: start.rawValue) ?? .ready
        let isOpen = start == .ready || start == .leased
        let isLeased = start == .leased
        switch action {
        case .submit:
            return start == .deleted ? Expected(answer: .new, state: .ready) : Expected(answer: .duplicate, state: same)
        case .submitOther: return Expected(answer: .new, state: start == .deleted ? .ready : same)
        case .publish:
            let accepts = isOpen || start == .deleted
            return Expected(answer: accepts ? .new : .duplicate, state: accepts ? .done : same)
        case .lease:
            return start == .ready
                ? Expected(answer: .leased, state: .leased) : Expected(answer: .nothing, state: same)
        case .result, .staleResult: return Expected(answer: isOpen ? .new : .duplicate, state: isOpen ? .done : same)
        case .wrongResult:
            return Expected(answer: isOpen ? .refused : .duplicate, state: isLeased ? .ready : same)
        case .fail: return Expected(answer: isLeased ? .new : .stale, state: isLeased ? .ready : same)
        case .finalFail: return Expected(answer: isLeased ? .new : .stale, state: isLeased ? .dead : same)
        case .staleFail: return Expected(answer: .stale, state: same)
        case .release: return Expected(answer: isLeased ? .new : .duplicate, state: isLeased ? .ready : same)
        case .staleRelease: return Expected(answer: .duplicate, state: same)
        case .diedAlone, .diedBeside, .leaseExpired, .attemptLimit:
            return Expected(answer: .ended, state: isLeased ? .ready : same)
        case .staleEnd: return Expected(answer: .ended, state: same)
        case .delete: return Expected(answer: .reply, state: .deleted)
        case .retry: return Expected(answer: .reply, state: start == .dead ? .ready : same)
        }
    }
}
