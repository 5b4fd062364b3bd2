import Annotation
import ClientKit
import Testing
import Wire
import ZeroMQ

@testable import QueryService

/// What workers say on the work port, to a whole service.
@Suite(.timeLimit(.minutes(2)))
struct WorkPortTests {
    private static let version = "test-1"

    /// A service with one document, and two workers: the first holds the document, the second has no window.
    private static func withTwoWorkers(
        _ body:
            @Sendable (_ client: ServiceClient, _ holder: KeyedPeer, _ other: KeyedPeer, _ job: Job) async throws ->
            Void
    ) async throws {
        try await SecuredService.with(keys: false) { secured in
            try await ServiceClient.with(secured.clientOptions(nil)) { client in
                _ = try await client.submit("Anna met Jean.")
                try await KeyedPeer.with(port: secured.service.ports.work) { holder in
                    _ = try await holder.greet("holder", window: 1)
                    let job = try #require(try await holder.next(.job)).header(as: Job.self)
                    try await KeyedPeer.with(port: secured.service.ports.work) { other in
                        _ = try await other.greet("other", window: 0)
                        try await body(client, holder, other, job)
                    }
                }
            }
        }
    }

    private static func row(_ client: ServiceClient) async throws -> JobRow {
        try #require(try await client.jobs().first { _ in true })
    }

    @Test(arguments: [
        [] as [[UInt8]], [Array("no JSON".utf8)], [Array("{}".utf8)], [Array(#"{"document":"x"}"#.utf8)],
    ])
    func aResultThatCannotBeReadIsAFailedAttempt(bodies: [[UInt8]]) async throws {
        try await Self.withTwoWorkers { client, holder, _, job in
            let header = JobResult(document: job.document, attempt: job.attempt, extractor: Self.version)
            let answer = try #require(try await holder.ask(.result, header, bodies: bodies))
            #expect(answer.kind == Kind.error.rawValue)
            #expect(try answer.header(as: WireError.self).retry == .never)
            let row = try await Self.row(client)
            #expect(row.failures == 1)
            #expect(row.code == "bad_result")
            #expect(row.state == .ready)
        }
    }

    @Test(arguments: [true, false])
    func allFaultsOfAResultAreToldAtOnce(isReadable: Bool) async throws {
        try await Self.withTwoWorkers { client, holder, _, job in
            let header = JobResult(document: job.document, attempt: job.attempt, extractor: Self.version)
            var body = Array(#"{"document":"\#(job.document)","sections":[{"kind":"footer"}]}"#.utf8)
            if isReadable {
                var wrong = Annotation(document: job.document, extractor: Self.version)
                wrong.textSha256 = "x"
                wrong.mentions = (0..<20).map {
                    Mention(id: "m\($0)", start: 0, end: 4, text: "Zoë", type: .person, entity: "e1", confidence: 1)
                }
                body = try CanonicalJSON.encode(wrong)
            }
            let answer = try #require(try await holder.ask(.result, header, bodies: [body]))
            let error = try answer.header(as: WireError.self)
            guard case .list(let problems)? = error.detail?["problems"] else {
                Issue.record("No problems in \(error)")
                return
            }
            let expected =
                isReadable
                ? ["textSha256 ", "mentions[0] is not", "mentions[19] names"]
                : ["textSha256 is missing", "sections[0].kind is none", "sections[0].start is missing", "quotes is"]
            for fault in expected { #expect(problems.contains { $0.hasPrefix(fault) }, "\(fault): \(problems)") }
            #expect(problems.count <= 50)
            let row = try await Self.row(client)
            #expect(row.failures == 1)
            #expect(row.code == "bad_result")
        }
    }

    @Test(arguments: [Kind.fail, .release, .result])
    func onlyTheWorkerThatHoldsAnAttemptEndsIt(kind: Kind) async throws {
        try await Self.withTwoWorkers { client, holder, other, job in
            let attempt = Attempt(document: job.document, attempt: job.attempt)
            switch kind {
            case .fail:
                let fail = Fail(
                    document: job.document, attempt: job.attempt, retryable: false, code: "spite", text: "Mine now.")
                #expect(try await other.errorCode(.fail, fail) == .staleAttempt)
            case .release:
                #expect(try await other.errorCode(.release, Release(jobs: [attempt])) == nil)
            default:
                // The annotation can be read but does not fit the text.
                let wrong = Annotation(document: job.document, extractor: Self.version)
                let header = JobResult(document: job.document, attempt: job.attempt, extractor: Self.version)
                let answer = try await other.ask(.result, header, bodies: [CanonicalJSON.encode(wrong)])
                #expect(try answer?.header(as: WireError.self).code == .badField)
                #expect(try await other.ask(.result, header)?.kind == Kind.error.rawValue)
            }
            let row = try await Self.row(client)
            #expect(row.failures == 0)
            #expect(row.state == .leased)
            let beat = try #require(try await holder.ask(.heartbeat, Heartbeat(inFlight: [attempt])))
            #expect(try beat.header(as: Heartbeat.self).inFlight == [])
        }
    }

    /// Without keys an instance is all that a worker is known by: the later one takes over, and no document is lost.
    @Test func oneOfTwoWorkersWithOneInstanceWorksOn() async throws {
        try await Self.withTwoWorkers { client, holder, other, job in
            let attempt = Attempt(document: job.document, attempt: job.attempt)
            let hello = Hello(
                name: "w", instance: "holder", extractor: Self.version, window: 1, windowBytes: 1 << 20,
                inFlight: [attempt])
            let welcome = try #require(try await other.ask(.hello, hello))
            #expect(try welcome.header(as: Welcome.self).lost == [])
            let former = try await holder.errorCode(.heartbeat, Heartbeat(inFlight: [attempt]))
            #expect(former == .unknownSession)
            let beat = try #require(try await other.ask(.heartbeat, Heartbeat(inFlight: [attempt])))
            #expect(try beat.header(as: Heartbeat.self).inFlight == [])
            #expect(try await Self.row(client).failures == 0)
        }
    }

    @Test func aGoodResultIsWelcomeFromAnyWorker() async throws {
        try await Self.withTwoWorkers { client, holder, other, job in
            var annotation = Annotation(document: job.document, extractor: Self.version)
            annotation.sections = [Section(kind: .body, start: 0, end: "Anna met Jean.".count)]
            let header = JobResult(document: job.document, attempt: job.attempt, extractor: Self.version)
            let body = try CanonicalJSON.encode(annotation)
            #expect(try await other.ask(.result, header, bodies: [body])?.kind == Kind.stored.rawValue)
            let again = try await holder.ask(.result, header, bodies: [body])
            #expect(try again?.header(as: Stored.self) == Stored(duplicate: true))
            #expect(try await Self.row(client).state == .done)
        }
    }

    @Test func everyWelcomeNamesTheVersionThatWasPinned() async throws {
        try await SecuredService.with(keys: false) { secured in
            let versions = (0..<8).map { "version \($0)" }
            let pinned = try await withThrowingTaskGroup(of: String.self) { group in
                for version in versions {
                    group.addTask {
                        try await KeyedPeer.with(port: secured.service.ports.work) {
                            try await $0.greet(version, extractor: version).pinned
                        }
                    }
                }
                return try await group.reduce(into: Set<String>()) { $0.insert($1) }
            }
            #expect(pinned.count == 1, "\(pinned)")
        }
    }

    /// Before anything is read: what is sent is wrong, and yet the answer is `busy`.
    @Test func aServiceWithoutRoomSaysSoBeforeItReads() async throws {
        let queue = WriteQueue(capacity: 0)
        try await WorkPort.with(queue) { peer in
            let key = DocumentKey.of([1])
            let noJSON = [Array("no JSON".utf8)]
            let submit = Submit(sha256: key, submission: Submission())
            let toSubmit = try await peer.errorCode(.submit, submit, bodies: noJSON)
            #expect(toSubmit == .busy)
            let result = JobResult(document: key, attempt: 1, extractor: "x")
            let toResult = try await peer.errorCode(.result, result, bodies: noJSON)
            #expect(toResult == .busy)
        }
    }

    @Test func aMessageAboveTheLimitCutsItsSenderAndNobodyElse() async throws {
        try await SecuredService.with(keys: false) { secured in
            try await KeyedPeer.with(port: secured.service.ports.work) { neighbour in
                let before = try await neighbour.ask(.ping)
                #expect(before?.kind == Kind.pong.rawValue)
                try await KeyedPeer.with(port: secured.service.ports.work) { sender in
                    let body = [UInt8](repeating: 32, count: Limits.maxMessageSize + 1)
                    let frames = Envelope(.submit, requestID: [1], Empty(), bodies: [body]).frames
                    try await sender.endpoint.send([Message(frames: frames)])
                    let after = try await neighbour.ask(.ping)
                    #expect(after?.kind == Kind.pong.rawValue)
                }
                let last = try await neighbour.ask(.ping)
                #expect(last?.kind == Kind.pong.rawValue)
            }
        }
    }

    @Test func heartbeatsAreAnsweredBeforeResultsAreRead() {
        let kinds: [Kind] = [.result, .heartbeat, .submit, .ping, .fail, .hello, .credit, .bye]
        let messages = kinds.map { kind in
            Message(frames: [[1]] + Envelope(kind, requestID: [1], Empty()).frames)
        }
        let order = Request.groups(messages).flatMap(\.self).map { String(decoding: $0.frames[1], as: UTF8.self) }
        let expected: [Kind] = [.heartbeat, .ping, .hello, .credit, .result, .submit, .fail, .bye]
        #expect(order == expected.map(\.rawValue))
    }
}

extension KeyedPeer {
    /// Says HELLO and waits for WELCOME.
    func greet(_ name: String, extractor: String = "test-1", window: Int = 1) async throws -> Welcome {
        let hello = Hello(
            name: name, instance: name, extractor: extractor, window: window, windowBytes: 1 << 20, inFlight: [])
        let welcome = try #require(try await ask(.hello, hello))
        return try welcome.header(as: Welcome.self)
    }

    /// The next envelope of a kind.
    func next(_ kind: Kind) async throws -> Envelope? {
        while let envelope = try await next() { if envelope.kind == kind.rawValue { return envelope } }
        return nil
    }
}
