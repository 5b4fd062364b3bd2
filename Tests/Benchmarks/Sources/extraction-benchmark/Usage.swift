import Foundation
import Glibc

/// What this process has used so far.
struct Usage {
    /// Seconds of processor time, in the program and in the kernel for it, and seconds that have passed.
    let processor: Double
    let passed: Double
    /// The most memory that it has held, in MiB.
    let peak: Int

    static var now: Usage {
        var usage = rusage()
        getrusage(Int32(RUSAGE_SELF.rawValue), &usage)
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Usage(
            processor: seconds(usage.ru_utime) + seconds(usage.ru_stime),
            passed: Double(time.tv_sec) + Double(time.tv_nsec) / 1e9, peak: usage.ru_maxrss / 1024)
    }

    private static func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }

    /// Tokens a second since then, in round thousands: by processor time, and by the clock.
    func rate(since start: Usage, tokens: Int) -> String {
        func rate(_ seconds: Double) -> Int { Int(Double(tokens) / max(seconds, 1e-9) / 1000) * 1000 }
        return "\(rate(processor - start.processor)) tokens/s (by the clock \(rate(passed - start.passed)))"
    }
}
