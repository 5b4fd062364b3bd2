import Testing
import Wire

@testable import ClientKit

/// What the passing of time and the errors of the service do to a request.
@Suite struct RequestTableTimeTests {
    typealias Base = RequestTableTests

    private func code(_ ending: RequestTable.Ending?) -> ClientError.Code? {
        if case .failure(let error)? = ending?.result { error.code } else { nil }
    }

    @Test func aServiceThatWasNeverThereIsUnreachableForAll() {
        var table = Base.table(requests: 1)
        for _ in 0..<3 { table.add(table.reserve(), Base.request("a"), timeout: .seconds(30), now: .seconds(7)) }
        #expect(table.tick(now: .seconds(11)).endings.isEmpty)
        table.obstacle = ClientError(.unreachable, "The name cannot be resolved.")
        let endings = table.tick(now: .seconds(12)).endings
        #expect(endings.map(\.ticket) == [1, 2, 3])
        #expect(endings.allSatisfy { code($0) == .unreachable })
        if case .failure(let error) = endings[0].result { #expect(error.message.contains("cannot be resolved")) }
        #expect(table.isEmpty)
    }

    @Test(arguments: [ClientError.Code.keyRefused, .wrongService])
    func aServiceThatWillNotHaveUsIsNotWaitedFor(denial: ClientError.Code) {
        var table = Base.table()
        table.add(table.reserve(), Base.request("a"), timeout: .seconds(30), now: .zero)
        table.obstacle = ClientError(denial, "x")
        #expect(table.tick(now: .milliseconds(50)).endings.map(code) == [denial])
        // The next request is a new attempt.
        table.add(table.reserve(), Base.request("b"), timeout: .seconds(30), now: .seconds(1))
        #expect(table.tick(now: .milliseconds(1_050)).endings.isEmpty)
    }

    @Test func afterTheDeadlineTheOutcomeOfWhatWasSentIsUnknown() {
        var table = Base.connected()
        _ = Base.take(&table)
        #expect(table.tick(now: .milliseconds(29_900)).endings.isEmpty)
        #expect(code(table.tick(now: .seconds(30)).endings.first) == .noAnswer)
    }

    @Test func afterTheDeadlineWhatWasNeverSentIsNotDone() {
        var table = Base.table()
        table.connectionMade(now: .zero)
        table.connectionLost()
        table.add(table.reserve(), Base.request("a"), timeout: .seconds(30), now: .zero)
        #expect(code(table.tick(now: .seconds(30)).endings.first) == .unreachable)
    }

    @Test func aWaitingRequestsTimeBeginsWithItsTurn() {
        var table = Base.connected(2, requests: 1)
        let first = Base.take(&table)
        _ = table.receive(Base.ok(first[0]), now: .seconds(29))
        #expect(table.tick(now: .seconds(58)).endings.isEmpty)
        #expect(table.tick(now: .seconds(59)).endings.count == 1)
    }

    @Test func anAnswerThatIsMissingWhileOthersComeIsAskedForAgainEverMoreRarely() {
        var table = Base.connected(2)
        let sent = Base.take(&table)
        for second in 1...29 {
            let now = Duration.seconds(second)
            // The second request's id stays unknown: only the clock of the first is looked at.
            _ = table.receive(Envelope(.ok, requestID: Array("other-1".utf8), Answer()), now: now)
            _ = table.tick(now: now)
            let again = Base.take(&table, at: now)
            #expect(again == (second == 10 ? sent : []), "second \(second)")
        }
    }

    @Test func aBusyServiceIsObeyed() {
        var table = Base.connected()
        let sent = Base.take(&table)
        let busy = WireError.busy("full", retryAfterMs: 1_500)
        #expect(table.receive(Base.error(sent[0], busy), now: .zero) == nil)
        _ = table.tick(now: .milliseconds(1_400))
        #expect(Base.take(&table, at: .milliseconds(1_400)).isEmpty)
        _ = table.tick(now: .milliseconds(1_500))
        #expect(Base.take(&table, at: .milliseconds(1_500)) == sent)
    }

    @Test func aServiceThatStaysBusyIsGivenUpWithItsOwnWords() {
        var table = Base.connected()
        var now = Duration.zero
        var ending: RequestTable.Ending?
        while ending == nil, now < .seconds(100) {
            for request in Base.take(&table, at: now) {
                ending = ending ?? table.receive(Base.error(request, .busy("full", retryAfterMs: 500)), now: now)
            }
            now += .milliseconds(100)
            _ = table.tick(now: now)
        }
        #expect(now > .seconds(59) && now <= .seconds(61))
        #expect(ending?.result == .failure(.refused(.busy("full", retryAfterMs: 500))))
    }

    @Test func aFullDiskIsNotWaitedForLikeAQueue() {
        var table = Base.connected()
        let full = WireError(.storageFull, "no room", retry: .later, detail: ["retryAfterMs": .number(20_000)])
        let sent = Base.take(&table)
        #expect(table.receive(Base.error(sent[0], full), now: .zero) == nil)
        _ = table.tick(now: .seconds(20))
        let again = Base.take(&table, at: .seconds(20))
        #expect(table.receive(Base.error(again[0], full), now: .seconds(20))?.result == .failure(.refused(full)))
    }

    @Test func anOrderToRetryAtOnceIsFollowedThreeTimesAndThenWithPauses() {
        var table = Base.connected()
        let now = WireError(.notStored, "rolled back", retry: .now)
        for _ in 0..<3 {
            let sent = Base.take(&table)
            #expect(sent.count == 1)
            #expect(table.receive(Base.error(sent[0], now), now: .zero) == nil)
        }
        let fourth = Base.take(&table)
        #expect(table.receive(Base.error(fourth[0], now), now: .zero) == nil)
        #expect(Base.take(&table).isEmpty)
    }

    @Test func aRefusalEndsTheRequest() {
        var table = Base.connected()
        let refusal = WireError.badField("limit", "no")
        let sent = Base.take(&table)
        #expect(table.receive(Base.error(sent[0], refusal), now: .zero)?.result == .failure(.refused(refusal)))
    }

    @Test(arguments: [
        (#"{"code":"brand_new","message":"m","retry":"never"}"#, true),
        (#"{"code":"brand_new","message":"m","retry":"later"}"#, false),
        (#"{"code":"brand_new"}"#, true), (#"{}"#, true), ("x", true),
    ])
    func anUnknownCodeCountsByItsRetryAlone(header: String, ends: Bool) {
        var table = Base.connected()
        let sent = Base.take(&table)
        let reply = Envelope(kind: .error, requestID: sent[0].requestID, header: Array(header.utf8))
        #expect((table.receive(reply, now: .zero) != nil) == ends)
    }

    @Test func aSilenceIsAskedAboutOnceAndThenEndsTheConnection() {
        var table = Base.connected()
        _ = Base.take(&table, at: .seconds(1))
        #expect(!table.tick(now: .milliseconds(5_900)).reconnect)
        #expect(Base.take(&table, at: .milliseconds(5_900)).isEmpty)
        #expect(!table.tick(now: .seconds(6)).reconnect)
        #expect(Base.take(&table, at: .seconds(6)).map(\.kind) == ["PING"])
        #expect(!table.tick(now: .seconds(8)).reconnect)
        #expect(Base.take(&table, at: .seconds(8)).isEmpty)
        #expect(table.tick(now: .seconds(11)).reconnect)
    }

    @Test func aSignOfLifeEndsTheSilence() {
        var table = Base.connected()
        _ = Base.take(&table, at: .seconds(1))
        _ = table.tick(now: .seconds(6))
        let pong = Envelope(.pong, requestID: Array("test-ping".utf8), Pong(version: "1", epoch: "e", last: 1))
        #expect(table.receive(pong, now: .seconds(7)) == nil)
        #expect(!table.tick(now: .milliseconds(11_900)).reconnect)
    }

    @Test func whoOwesNoAnswerMayBeSilent() {
        var table = Base.connected(0)
        #expect(table.tick(now: .seconds(3_600)) == .init())
        #expect(Base.take(&table, at: .seconds(3_600)).isEmpty)
        table.add(table.reserve(), Base.request("a"), timeout: .seconds(30), now: .seconds(3_600))
        _ = Base.take(&table, at: .seconds(3_600))
        #expect(!table.tick(now: .seconds(3_604)).reconnect)
    }

    @Test func pausesDoubleUpToTenSeconds() {
        var backoff = Backoff()
        let pauses = (0..<8).map { _ in backoff.next(chance: 0) }
        #expect(pauses == [200, 400, 800, 1_600, 3_200, 6_400, 10_000, 10_000].map { .milliseconds($0) })
        backoff.reset()
        #expect(backoff.next(chance: -0.2) == .milliseconds(160))
    }
}
