import Testing

@testable import Store

@Suite struct TrustedClockTests {
    private static let day: Int64 = 86_400_000
    private static let now: Int64 = 1_700_000_000_000

    @Test(arguments: [nil, now, now - 2 * day, now + 400 * day] as [Int64?])
    func aClockThatGoesOnFromWhereItWasIsTrusted(_ last: Int64?) {
        var clock = TrustedClock(last: last, wall: Self.now, steady: 5)
        #expect(!clock.isDoubted)
        #expect(clock.read(wall: Self.now + 10, steady: 15) == Self.now + 10)
    }

    @Test(arguments: [4, 31, 400] as [Int64])
    func aClockFarBeyondTheNewestEventIsDoubtedAndRealTimeCounts(_ days: Int64) {
        var clock = TrustedClock(last: Self.now, wall: Self.now + days * Self.day, steady: 0)
        #expect(clock.isDoubted)
        #expect(clock.read(wall: Self.now + (days + 1) * Self.day, steady: Self.day) == Self.now + Self.day)
        clock.confirm(wall: Self.now + (days + 1) * Self.day, steady: Self.day)
        #expect(!clock.isDoubted)
    }

    @Test func aClockThatJumpsWhileTheServiceRunsIsDoubtedUntilItComesBack() {
        var clock = TrustedClock(last: Self.now, wall: Self.now, steady: 0)
        #expect(clock.read(wall: Self.now + 20 * Self.day, steady: 1_000) == Self.now + 1_000)
        #expect(clock.isDoubted)
        #expect(clock.read(wall: Self.now + 2_000, steady: 2_000) == Self.now + 2_000)
        #expect(!clock.isDoubted)
    }

    @Test func aClockThatIsSetBackDeletesNothingEarlyAndIsFollowed() {
        var clock = TrustedClock(last: Self.now, wall: Self.now, steady: 0)
        #expect(clock.read(wall: Self.now - 4_000 * Self.day, steady: 1_000) == Self.now - 4_000 * Self.day)
        #expect(!clock.isDoubted)
    }
}
