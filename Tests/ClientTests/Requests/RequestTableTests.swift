import Testing
import Wire

@testable import ClientKit

@Suite struct RequestTableTests {
    static func table(requests: Int = 64, bytes: Int = 1 << 20) -> RequestTable {
        let timeouts = RequestTable.Timeouts(
            connect: .seconds(5), busy: .seconds(60), resend: .seconds(10), silence: .seconds(5))
        return RequestTable(
            endpoint: "tcp://127.0.0.1:7701", prefix: "test", limits: (requests, bytes), timeouts: timeouts)
    }

    /// A table with a connection and this many requests, added at 0 s with a limit of 30 s.
    static func connected(_ count: Int = 1, requests: Int = 64) -> RequestTable {
        var table = table(requests: requests)
        table.connectionMade(now: .zero)
        for _ in 0..<count { table.add(table.reserve(), Self.request("a"), timeout: .seconds(30), now: .zero) }
        return table
    }

    static func request(_ body: String) -> Envelope {
        Envelope(.query, requestID: [], Query(method: "status"), bodies: [Array(body.utf8)])
    }

    static func take(_ table: inout RequestTable, at now: Duration = .zero) -> [Envelope] {
        table.take(upTo: 100, bytes: 1 << 20, now: now)
    }

    static func ok(_ request: Envelope) -> Envelope { Envelope(.ok, requestID: request.requestID, Answer()) }

    static func error(_ request: Envelope, _ error: WireError) -> Envelope {
        .error(error, requestID: request.requestID)
    }

    @Test func answersAreMatchedByIdInAnyOrder() {
        var table = Self.connected(3)
        let sent = Self.take(&table)
        #expect(Set(sent.map(\.requestID)).count == 3)
        for index in [2, 0, 1] {
            let reply = Self.ok(sent[index])
            #expect(table.receive(reply, now: .zero) == .init(ticket: UInt64(index + 1), result: .success(reply)))
        }
        #expect(table.isEmpty)
    }

    @Test(arguments: ["test-99", "test-", "other-1", "-", "test-1x", "test-ping"])
    func aReplyToNobodyIsIgnored(id: String) {
        var table = Self.connected()
        _ = Self.take(&table)
        #expect(table.receive(Envelope(.ok, requestID: Array(id.utf8), Answer()), now: .zero) == nil)
        #expect(!table.isEmpty)
    }

    @Test func aSecondAnswerIsIgnored() {
        var table = Self.connected()
        let sent = Self.take(&table)
        #expect(table.receive(Self.ok(sent[0]), now: .zero) != nil)
        #expect(table.receive(Self.ok(sent[0]), now: .zero) == nil)
    }

    @Test func nothingIsSentWithoutAConnection() {
        var table = Self.table()
        table.add(table.reserve(), Self.request("a"), timeout: .seconds(1), now: .zero)
        #expect(Self.take(&table).isEmpty)
        table.connectionMade(now: .zero)
        #expect(Self.take(&table).count == 1)
        #expect(Self.take(&table).isEmpty)
    }

    @Test func requestsBeyondTheLimitWaitForAnAnswer() {
        var table = Self.connected(3, requests: 2)
        let sent = Self.take(&table)
        #expect(sent.count == 2)
        _ = table.receive(Self.ok(sent[1]), now: .zero)
        #expect(Self.take(&table).map(\.requestID) == [Array("test-3".utf8)])
    }

    @Test func aLongQueueKeepsItsOrder() {
        var table = Self.connected(1_000, requests: 3)
        var order: [UInt64] = []
        while let sent = Self.take(&table).first {
            if let ending = table.receive(Self.ok(sent), now: .zero) { order.append(ending.ticket) }
            table.connectionLost()
            table.connectionMade(now: .zero)
        }
        #expect(order == Array(1...1_000))
        #expect(table.isEmpty)
    }

    @Test func oneRequestIsLetThroughHoweverLarge() {
        var table = Self.table(bytes: 10)
        table.connectionMade(now: .zero)
        for _ in 0..<2 {
            table.add(
                table.reserve(), Self.request(String(repeating: "x", count: 100)), timeout: .seconds(1), now: .zero)
        }
        #expect(Self.take(&table).count == 1)
    }

    @Test func batchesKeepToTheirBounds() {
        var table = Self.connected(5)
        #expect(table.take(upTo: 2, bytes: 1 << 20, now: .zero).count == 2)
        #expect(table.take(upTo: 9, bytes: 1, now: .zero).count == 1)
        #expect(table.take(upTo: 9, bytes: 1 << 20, now: .zero).count == 2)
    }

    @Test func aLostConnectionSendsTheSameAgainOldestFirst() {
        var table = Self.connected(3)
        let first = Self.take(&table)
        _ = table.receive(Self.ok(first[1]), now: .zero)
        table.connectionLost()
        #expect(Self.take(&table).isEmpty)
        table.connectionMade(now: .seconds(1))
        #expect(Self.take(&table, at: .seconds(1)) == [first[0], first[2]])
    }

    @Test func whatTheSocketDidNotTakeGoesOutFirst() {
        var table = Self.connected(4)
        let batch = table.take(upTo: 3, bytes: 1 << 20, now: .zero)
        table.putBack(Array(batch[1...]))
        #expect(Self.take(&table).map(\.requestID) == ["test-2", "test-3", "test-4"].map { Array($0.utf8) })
    }

    @Test func aCancelledRequestIsForgottenInEveryPhase() {
        var table = Self.connected(3, requests: 2)
        table.remove(3)
        table.remove(1)
        #expect(Self.take(&table).map(\.requestID) == [Array("test-2".utf8)])
        table.remove(2)
        table.remove(2)
        #expect(table.isEmpty)
        #expect(table.admittedBytes == 0)
    }
}
