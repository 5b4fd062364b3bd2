import Annotation
import Synchronization
import Testing
import Wire
import ZeroMQ

@testable import ClientKit

/// The client against real sockets: what is lost, late, repeated or refused.
@Suite(.timeLimit(.minutes(1))) struct ServiceClientTests {
    private static func options(
        _ service: FakeService, _ change: (inout ClientOptions) -> Void = { _ in }
    ) -> ClientOptions {
        var options = ClientOptions(
            workPort: service.workPort, queryPort: service.queryPort, feedPort: service.feedPort)
        change(&options)
        return options
    }

    private static let accept: FakeService.Answer = { request in
        guard let submit = try? request.header(as: Submit.self) else { return [] }
        return [
            Envelope(
                .accepted, requestID: request.requestID,
                Accepted(document: submit.sha256, duplicate: false, state: .ready))
        ]
    }

    @Test func aThousandSubmissionsFromOneClientAreEachAcknowledged() async throws {
        let service = try await FakeService()
        let keys = try await service.serve(Self.accept) {
            try await ServiceClient.with(Self.options(service)) { client in
                try await withThrowingTaskGroup(of: String.self) { group in
                    for index in 0..<1_000 {
                        group.addTask { try await client.submit("Text \(index)").document }
                    }
                    return try await group.reduce(into: Set()) { $0.insert($1) }
                }
            }
        }
        #expect(keys == Set((0..<1_000).map { DocumentKey.of(Array("Text \($0)".utf8)) }))
        #expect(service.seen.count == 1_000)
    }

    @Test func theTextAndTheSubmissionTravelAsTheyAre() async throws {
        let service = try await FakeService()
        let text = Array("\u{FEFF}Zał\u{301}użny\r\n🇺🇦".utf8)
        let submission = Submission(id: "1", source: "Café", published: "2024-02", tags: ["a", "b"])
        try await service.serve(Self.accept) {
            try await ServiceClient.with(Self.options(service)) { client in
                _ = try await client.submit(text, submission)
            }
        }
        #expect(service.seen.first?.bodies == [text])
        #expect(try service.seen.first?.header(as: Submit.self).submission == submission)
    }

    @Test(arguments: [
        ("", "empty"), (String(repeating: "x", count: Limits.text + 1), "4194305 bytes"), ("a\u{0}b", "NUL at byte 1"),
    ])
    func aTextThatTheServiceWouldRefuseIsNotSent(text: String, words: String) async throws {
        let service = try await FakeService()
        try await service.serve(Self.accept) {
            try await ServiceClient.with(Self.options(service)) { client in
                let error = await #expect(throws: ClientError.self) { try await client.submit(text) }
                #expect(error?.code == .invalid)
                #expect(error?.message.contains(words) == true)
            }
        }
        #expect(service.seen.isEmpty)
    }

    @Test func aRequestThatWasLostWithItsConnectionIsSentAgainWithTheSameContent() async throws {
        let first = try await FakeService()
        let ports = (first.workPort, first.queryPort, first.feedPort)
        let heard = AsyncStream<Void>.makeStream()
        let lost: [Envelope] = try await ServiceClient.with(Self.options(first)) { client in
            let answer = Task { try await client.submit("Lost and found") }
            // The first service hears the request, and dies without an answer.
            try await first.serve { _ in
                heard.continuation.yield()
                return []
            } _: {
                for await _ in heard.stream { break }
            }
            let second = try await FakeService(workPort: ports.0, queryPort: ports.1, feedPort: ports.2)
            _ = try await second.serve(Self.accept) { try await answer.value }
            return second.seen
        }
        #expect(lost == first.seen)
    }

    @Test func aServiceThatFallsSilentIsGivenUpAndAskedAnewOnAFreshSocket() async throws {
        let service = try await FakeService()
        let options = Self.options(service) { $0.silence = .milliseconds(150) }
        let submits = Atomic<Int>(0)
        let accepted = try await service.serve { request in
            guard request.kind == Kind.submit.rawValue else { return [] }
            // The first is heard and not answered, and neither is the question whether anybody is there.
            return submits.add(1, ordering: .relaxed).newValue == 1 ? [] : Self.accept(request)
        } _: {
            try await ServiceClient.with(options) { try await $0.submit("Are you there?") }
        }
        #expect(accepted.document == DocumentKey.of(Array("Are you there?".utf8)))
        // On a busy machine the fresh socket may come before the question was heard.
        let submissions = service.seen.filter { $0.kind != "PING" }
        #expect(submissions.map(\.kind) == ["SUBMIT", "SUBMIT"])
        #expect(submissions.first == submissions.last)
    }

    @Test func withoutAnAnswerTheOutcomeIsUnknown() async throws {
        let service = try await FakeService()
        let options = Self.options(service) { $0.timeout = .seconds(2) }
        let submits = Atomic<Int>(0)
        try await service.serve { request in
            guard request.kind == Kind.submit.rawValue else { return [] }
            // The first is answered, so that the second is certain to be on its way.
            return submits.add(1, ordering: .relaxed).newValue == 1 ? Self.accept(request) : []
        } _: {
            try await ServiceClient.with(options) { client in
                _ = try? await client.submit("Are you there?")
                let error = await #expect(throws: ClientError.self) { try await client.submit("And now?") }
                #expect(error?.code == .noAnswer)
            }
        }
    }

    @Test func nobodyThereIsUnreachableAndSaysWhere() async throws {
        let service = try await FakeService()
        await service.close()
        let options = Self.options(service) { $0.connectTimeout = .milliseconds(200) }
        try await ServiceClient.with(options) { client in
            let error = await #expect(throws: ClientError.self) { try await client.status() }
            #expect(error?.code == .unreachable)
            #expect(error?.message.contains("tcp://127.0.0.1:\(service.queryPort)") == true)
        }
    }

    @Test func aBusyServiceGetsTheSameRequestLater() async throws {
        let service = try await FakeService()
        let count = Atomic<Int>(0)
        let accepted = try await service.serve { request in
            guard count.add(1, ordering: .relaxed).newValue > 2 else {
                return [.error(.busy("The queue is full.", retryAfterMs: 20), requestID: request.requestID)]
            }
            return Self.accept(request)
        } _: {
            try await ServiceClient.with(Self.options(service)) { try await $0.submit("Timeouts") }
        }
        #expect(accepted.state == .ready)
        #expect(service.seen.count == 3)
        #expect(Set(service.seen.map(\.requestID)).count == 1)
    }

    @Test func aRefusalCarriesTheServicesWords() async throws {
        let service = try await FakeService()
        let refusal = WireError(.unknownDocument, "No document begins with abcd.")
        try await service.serve {
            [.error(refusal, requestID: $0.requestID)]
        } _: {
            try await ServiceClient.with(Self.options(service)) { client in
                let error = await #expect(throws: ClientError.self) { try await client.document("abcd") }
                #expect(error == .refused(refusal))
            }
        }
    }

    @Test func aReplyOfTheWrongKindIsABadAnswer() async throws {
        let service = try await FakeService()
        try await service.serve {
            [Envelope(.pong, requestID: $0.requestID, Empty())]
        } _: {
            try await ServiceClient.with(Self.options(service)) { client in
                let error = await #expect(throws: ClientError.self) { try await client.status() }
                #expect(error?.code == .badAnswer)
            }
        }
    }

    @Test func aCancelledCallEndsAtOnce() async throws {
        let service = try await FakeService()
        let heard = AsyncStream<Void>.makeStream()
        try await service.serve { _ in
            heard.continuation.yield()
            return []
        } _: {
            try await ServiceClient.with(Self.options(service)) { client in
                let call = Task { try await client.status() }
                for await _ in heard.stream { break }
                call.cancel()
                let error = await #expect(throws: ClientError.self) { try await call.value }
                #expect(error?.code == .cancelled)
            }
        }
    }

    @Test func afterItsRunAClientIsClosed() async throws {
        let client = try ServiceClient()
        let run = Task { await client.run() }
        run.cancel()
        await run.value
        let error = await #expect(throws: ClientError.self) { try await client.status() }
        #expect(error?.code == .closed)
    }

    @Test func longAnswersArePulledPageByPage() async throws {
        let service = try await FakeService()
        let rows = try await service.serve { request in
            guard let body = request.bodies.first,
                let asked = try? CanonicalJSON.decode(JobsParameters.self, from: body)
            else { return [] }
            let start = asked.after.flatMap(Int.init) ?? 0
            let page = Page(items: (start..<min(start + 3, 8)).map { MethodRow(Method.allCases[$0]) })
            let next = start + 3 < 8 ? "\(start + 3)" : nil
            let encoded = (try? CanonicalJSON.encode(page)) ?? []
            return [Envelope(.ok, requestID: request.requestID, Answer(next: next), bodies: [encoded])]
        } _: {
            try await ServiceClient.with(Self.options(service)) { client in
                try await client.rows(.jobs, JobsParameters(), as: MethodRow.self)
                    .reduce(into: [String]()) { $0.append($1.method) }
            }
        }
        #expect(rows == Method.allCases.prefix(8).map(\.rawValue))
    }

    @Test(arguments: ["127.0.0.1", "tcp://", "tcp://host:7701", "ipc:///tmp/x", "tcp://host/path"])
    func anAddressThatCannotBeIsRefused(address: String) {
        #expect(throws: ClientError.self) { try ServiceClient(ClientOptions(service: address)) }
    }

    @Test(arguments: ["tcp://host", "tcp://10.0.0.1", "tcp://[::1]"])
    func anAddressHasAHostAndNoPort(address: String) throws {
        _ = try ServiceClient(ClientOptions(service: address))
    }
}
