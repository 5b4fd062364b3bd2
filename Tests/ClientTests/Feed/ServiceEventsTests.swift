import Annotation
import Synchronization
import Testing
import Wire
import ZeroMQ

@testable import ClientKit

/// The feed over real sockets.
@Suite(.timeLimit(.minutes(1))) struct ServiceEventsTests {
    /// What a service remembers of its events.
    private final class History: Sendable {
        let events = Mutex<[FeedEvent]>([])

        func append(_ kind: FeedEvent.Kind) -> FeedEvent {
            events.withLock { events in
                let event = FeedEvent(event: kind, sequence: events.count + 1, document: "d", topics: ["g"])
                events.append(event)
                return event
            }
        }

        private struct Body: Encodable { var events: [FeedEvent] }

        func answer(_ request: Envelope) -> [Envelope] {
            guard let since = try? request.header(as: Since.self), request.kind == Kind.since.rawValue else {
                return []
            }
            return events.withLock { events in
                let page = events.dropFirst(since.sequence).prefix(since.limit ?? 500)
                let body = (try? CanonicalJSON.encode(Body(events: Array(page)))) ?? []
                let header = SinceAnswer(epoch: "e", last: events.count)
                return [Envelope(.ok, requestID: request.requestID, header, bodies: [body])]
            }
        }
    }

    private static func publish(_ event: FeedEvent, on service: FakeService) async throws {
        let header = try CanonicalJSON.encode(FeedHeader(epoch: "e", event: event))
        try await service.publish([Array(event.event.rawValue.utf8), header])
    }

    @Test func whatTheFeedLosesIsFilledAndNothingComesTwice() async throws {
        let service = try await FakeService()
        let history = History()
        for _ in 0..<3 { _ = history.append(.accepted) }
        let seen = try await service.serve(history.answer) {
            let options = ClientOptions(
                workPort: service.workPort, queryPort: service.queryPort, feedPort: service.feedPort)
            return try await ServiceClient.with(options) { client in
                var seen: [Int] = []
                var iterator = client.events(from: .beginning).makeAsyncIterator()
                for _ in 0..<3 { seen.append(try await iterator.next()?.event.sequence ?? 0) }
                // Two are committed and never published; each second a heartbeat tells of the last.
                for _ in 0..<2 { _ = history.append(.stored) }
                let beats = Task { try await Self.beat(5, on: service) }
                for _ in 0..<2 { seen.append(try await iterator.next()?.event.sequence ?? 0) }
                // The connection stands now: this one comes by itself.
                try await Self.publish(history.append(.dead), on: service)
                seen.append(try await iterator.next()?.event.sequence ?? 0)
                beats.cancel()
                return seen
            }
        }
        #expect(seen == [1, 2, 3, 4, 5, 6])
    }

    @Test func aHistoryThatIsNoLongerKeptIsAnError() async throws {
        let service = try await FakeService()
        let trimmed = WireError(.historyTrimmed, "Events before 100 are gone.", detail: ["oldest": .number(100)])
        try await service.serve {
            [.error(trimmed, requestID: $0.requestID)]
        } _: {
            let options = ClientOptions(
                workPort: service.workPort, queryPort: service.queryPort, feedPort: service.feedPort)
            try await ServiceClient.with(options) { client in
                var iterator = client.events(from: FeedPosition(epoch: "e", sequence: 3)).makeAsyncIterator()
                let error = await #expect(throws: ClientError.self) { try await iterator.next() }
                #expect(error == .refused(trimmed))
            }
        }
    }

    @Test func theFeedGoesOnAfterARestartOfTheService() async throws {
        let first = try await FakeService()
        let history = History()
        _ = history.append(.accepted)
        let options = ClientOptions(workPort: first.workPort, queryPort: first.queryPort, feedPort: first.feedPort)
        let seen = AsyncStream<Int>.makeStream()
        try await ServiceClient.with(options) { client in
            let reader = Task {
                for try await record in client.events(from: .beginning) {
                    seen.continuation.yield(record.event.sequence)
                }
            }
            try await first.serve(history.answer) { try await Self.waitFor(1, in: seen.stream) }
            _ = history.append(.stored)
            let second = try await FakeService(
                workPort: first.workPort, queryPort: first.queryPort, feedPort: first.feedPort)
            try await second.serve(history.answer) {
                let beats = Task { try await Self.beat(2, on: second) }
                try await Self.waitFor(2, in: seen.stream)
                beats.cancel()
            }
            reader.cancel()
        }
    }

    private static func waitFor(_ number: Int, in numbers: AsyncStream<Int>) async throws {
        for await seen in numbers {
            #expect(seen == number)
            return
        }
    }

    private static func beat(_ sequence: Int, on service: FakeService) async throws {
        while !Task.isCancelled {
            try await publish(FeedEvent(event: .heartbeat, sequence: sequence), on: service)
            try await Task.sleep(for: .milliseconds(20))
        }
    }
}
