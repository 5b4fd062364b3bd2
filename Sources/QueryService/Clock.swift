import Glibc

/// The two clocks: one for what people read, one for everything that must not jump.
package enum Clock {
    /// Milliseconds since 1970, UTC.
    package static var unixMs: Int64 { read(CLOCK_REALTIME) }

    /// Milliseconds of the monotonic clock, which settings of the time of day leave alone.
    package static var monotonicMs: Int64 { read(CLOCK_MONOTONIC) }

    private static func read(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000 + Int64(time.tv_nsec) / 1_000_000
    }
}
