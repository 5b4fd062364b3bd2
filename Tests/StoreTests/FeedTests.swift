import Foundation
import Store
import Testing
import Wire

@Suite struct FeedTests {
    @Test func pagesFollowEachOtherToTheEnd() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(.pin(extractor: "x 1"))
        var live: [FeedEvent] = []
        for number in 0..<7 { live += try await fixture.commit(Sample(tail: "\(number)").submit()).events }
        var replayed: [FeedEvent] = []
        var sequence = 0
        repeat {
            let page = try await fixture.store.since(Since(epoch: fixture.store.epoch, sequence: sequence, limit: 3))
            #expect(page.answer.last == 7)
            replayed += page.events
            sequence = page.events.last?.sequence ?? 7
        } while sequence < 7
        #expect(replayed == live)
        let end = try await fixture.store.since(Since(epoch: fixture.store.epoch, sequence: 7))
        #expect(end.events.isEmpty)
    }

    @Test func aPageStopsBeforeItIsTooLargeAndHasAtLeastOneEvent() async throws {
        var options = StoreOptions()
        options.pageBytes = 1_000
        let fixture = try StoreFixture(options: options)
        try await fixture.commit(.pin(extractor: "x 1"))
        for number in 0..<9 { try await fixture.commit(Sample(tail: "\(number)").submit()) }
        let page = try await fixture.store.since(Since(epoch: fixture.store.epoch, sequence: 0))
        #expect(page.events.map(\.sequence) == [1, 2, 3, 4, 5] && page.answer.last == 9)
        options.pageBytes = 1
        try fixture.reopen(options: options)
        let single = try await fixture.store.since(Since(epoch: fixture.store.epoch, sequence: 5))
        #expect(single.events.map(\.sequence) == [6])
    }

    @Test func anotherEpochStartsAtTheOldest() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(.pin(extractor: "x 1"), Sample().submit())
        for epoch in [nil, "0123456789abcdef"] {
            let page = try await fixture.store.since(Since(epoch: epoch, sequence: 999))
            #expect(page.events.map(\.sequence) == [1])
        }
    }

    @Test func whatIsForgottenIsSaid() async throws {
        let fixture = try StoreFixture()
        try await fixture.commit(.pin(extractor: "x 1"), Sample(tail: "1").submit(), Sample(tail: "2").submit())
        fixture.now += 8 * 86_400_000
        try await fixture.commit(Sample(tail: "3").submit())
        let epoch = fixture.store.epoch
        await #expect {
            try await fixture.store.since(Since(epoch: epoch, sequence: 1))
        } throws: { error in
            (error as? WireError)?.code == .historyTrimmed
                && (error as? WireError)?.detail?["oldest"] == .number(3)
        }
        let rest = try await fixture.store.since(Since(epoch: epoch, sequence: 2))
        #expect(rest.events.map(\.sequence) == [3])
        #expect(try await fixture.store.since(Since(epoch: nil, sequence: 0)).events.map(\.sequence) == [3])
        // Numbers go on even when nothing is kept.
        fixture.now += 8 * 86_400_000
        let commit = try await fixture.commit(.pin(extractor: "x 1"))
        #expect(commit.last == 3)
        #expect(try await fixture.commit(Sample(tail: "4").submit()).last == 4)
    }

    @Test func repliesToCommandsAreForgottenWithTheEvents() async throws {
        let fixture = try StoreFixture()
        let sample = Sample()
        try await fixture.commit(try sample.publish(), .delete(document: sample.key, command: "c"))
        fixture.now += 8 * 86_400_000
        try await fixture.commit(.pin(extractor: "x 1"))
        #expect(try fixture.look(Int.self, "SELECT count(*) FROM command") == 0)
    }
}
