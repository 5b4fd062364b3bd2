import Testing
import Wire

@testable import ClientKit

@Suite struct FeedCatchUpTests {
    private func message(_ sequence: Int, _ event: String = "accepted") -> FeedMessage {
        FeedMessage(event: event, sequence: sequence, document: "d\(sequence)", topics: nil)
    }

    private func answer(_ last: Int, epoch: String = "e") -> SinceAnswer { SinceAnswer(epoch: epoch, last: last) }

    /// A machine that has seen everything up to a number and follows.
    private func following(_ sequence: Int) throws -> FeedCatchUp {
        var machine = FeedCatchUp(after: FeedPosition(epoch: "e", sequence: sequence))
        #expect(try machine.page(answer(sequence), []).isEmpty)
        #expect(machine.question == nil)
        return machine
    }

    @Test func itBeginsWithAQuestionAndFollowsWhenThePageReachesTheEnd() throws {
        var machine = FeedCatchUp(after: FeedPosition(epoch: "e", sequence: 4), pageSize: 2)
        #expect(machine.question == Since(epoch: "e", sequence: 4, limit: 2))
        #expect(try machine.page(answer(7), [message(5), message(6)]).map(\.event.sequence) == [5, 6])
        #expect(machine.question == Since(epoch: "e", sequence: 6, limit: 2))
        #expect(try machine.page(answer(7), [message(7)]).map(\.event.sequence) == [7])
        #expect(machine.question == nil)
    }

    @Test func theNextNumberIsGivenOutAndAnOldOneDropped() throws {
        var machine = try following(4)
        #expect(machine.live(epoch: "e", message(5)).map(\.position) == [FeedPosition(epoch: "e", sequence: 5)])
        #expect(machine.live(epoch: "e", message(5)).isEmpty)
        #expect(machine.live(epoch: "e", message(2)).isEmpty)
        #expect(machine.question == nil)
    }

    @Test func aGapIsAskedFor() throws {
        var machine = try following(4)
        #expect(machine.live(epoch: "e", message(6)).isEmpty)
        #expect(machine.question == Since(epoch: "e", sequence: 4, limit: 500))
        #expect(machine.live(epoch: "e", message(7)).isEmpty)
        #expect(try machine.page(answer(7), (5...7).map { message($0) }).map(\.event.sequence) == [5, 6, 7])
    }

    @Test func aHeartbeatTellsOfALostLastMessage() throws {
        var machine = try following(4)
        #expect(machine.live(epoch: "e", message(4, "heartbeat")).isEmpty)
        #expect(machine.question == nil)
        #expect(machine.live(epoch: "e", message(5, "heartbeat")).isEmpty)
        #expect(machine.question != nil)
    }

    @Test func anotherEpochIsReadFromItsOldestEvent() throws {
        var machine = try following(40)
        #expect(machine.live(epoch: "new", message(3)).isEmpty)
        #expect(machine.question == Since(epoch: "e", sequence: 40, limit: 500))
        let records = try machine.page(answer(3, epoch: "new"), [message(2), message(3)])
        #expect(records.map(\.position.description) == ["new:2", "new:3"])
        #expect(machine.question == nil)
    }

    @Test func aBareNumberCountsInTheHistoryThatTheServiceHas() throws {
        var machine = FeedCatchUp(after: FeedPosition(epoch: nil, sequence: 3), pageSize: 2)
        #expect(try machine.page(answer(5), [message(1), message(2)]).isEmpty)
        #expect(machine.question == Since(epoch: "e", sequence: 3, limit: 2))
        #expect(try machine.page(answer(5), [message(4), message(5)]).map(\.event.sequence) == [4, 5])
    }

    @Test func aKindFromANewerServiceCountsAndIsNotGivenOut() throws {
        var machine = try following(4)
        #expect(machine.live(epoch: "e", message(5, "married")).isEmpty)
        #expect(machine.live(epoch: "e", message(6)).count == 1)
        #expect(machine.question == nil)
    }

    @Test func eventsThatTheServiceOwesAreAnError() throws {
        var machine = FeedCatchUp(after: FeedPosition(epoch: "e", sequence: 4))
        #expect(throws: ClientError.self) { try machine.page(answer(9), []) }
        var disordered = FeedCatchUp(after: FeedPosition(epoch: "e", sequence: 4))
        #expect(throws: ClientError.self) { try disordered.page(answer(6), [message(6), message(5)]) }
        var ahead = FeedCatchUp(after: FeedPosition(epoch: "e", sequence: 4))
        #expect(throws: ClientError.self) { try ahead.page(answer(3), []) }
    }

    /// A service whose feed loses, repeats and restarts, and that is restored once from an older copy.
    @Test(arguments: 0..<300)
    func everyEventComesOnceAndInOrderWhateverTheFeedLoses(seed: Int) throws {
        var chance = Chance(seed: UInt64(seed) &+ 1)
        var epoch = "a"
        var history: [FeedMessage] = []
        var machine = FeedCatchUp(after: .beginning, pageSize: 1 + Int(chance.next() % 4))
        var seen: [FeedPosition] = []
        var owed: [FeedPosition] = []
        func catchUp() throws {
            while let question = machine.question {
                let from = question.epoch == epoch ? question.sequence : 0
                let page = history.filter { $0.sequence > from }.prefix(question.limit ?? 500)
                let records = try machine.page(SinceAnswer(epoch: epoch, last: history.count), Array(page))
                seen += records.map(\.position)
            }
        }
        for step in 0..<200 {
            switch chance.next() % 10 {
            case 0..<6:
                history.append(message(history.count + 1))
                owed.append(FeedPosition(epoch: epoch, sequence: history.count))
                if chance.next() % 3 > 0, let last = history.last {
                    seen += machine.live(epoch: epoch, last).map(\.position)
                }
            case 6:
                seen += machine.live(epoch: epoch, message(history.count, "heartbeat")).map(\.position)
            case 7:
                if let old = history.randomElement(using: &chance) {
                    seen += machine.live(epoch: epoch, old).map(\.position)
                }
            case 8: machine.feedInterrupted()
            default:
                // What the client has not seen of a history when it is replaced is lost for everybody.
                if step == 100 { try catchUp() }
            }
            if chance.next() % 4 == 0 { try catchUp() }
            if step == 120 {
                machine.feedInterrupted()
                try catchUp()
                epoch = "b"
                history = []
            }
        }
        seen += machine.live(epoch: epoch, message(history.count, "heartbeat")).map(\.position)
        try catchUp()
        #expect(seen == owed)
    }

    @Test(arguments: [
        ("e:12", FeedPosition(epoch: "e", sequence: 12)), ("12", FeedPosition(epoch: nil, sequence: 12)),
        ("0", .beginning), (":12", nil), ("e:", nil), ("e:-1", nil), ("a:b:1", nil), ("", nil), ("x", nil),
    ])
    func positionsAreReadAsTheyAreWritten(text: String, position: FeedPosition?) {
        #expect(FeedPosition(text) == position)
        if let position { #expect(position.description == text) }
    }

    @Test func framesThatAreNoEventAreIgnored() {
        let header = Array(#"{"epoch":"e","sequence":3,"topics":["g"]}"#.utf8)
        let read = FeedMessage.read([Array("stored".utf8), header])
        #expect(read?.message == FeedMessage(event: "stored", sequence: 3, document: nil, topics: ["g"]))
        #expect(FeedMessage.read([header]) == nil)
        for end in 0..<header.count {
            #expect(FeedMessage.read([Array("stored".utf8), Array(header[..<end])]) == nil)
        }
    }
}

/// Numbers that look random and come again with their seed (SplitMix64).
private struct Chance: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
