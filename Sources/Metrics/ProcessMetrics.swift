import Foundation

/// What Prometheus expects of every process, under its usual names.
package enum ProcessMetrics {
    private static let start = Date().timeIntervalSince1970

    /// To be called once when the program starts: the moment counts as its start.
    package static func begin() { _ = start }

    package static var families: [MetricFamily] {
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        let times = [usage.ru_utime, usage.ru_stime].map { Double($0.tv_sec) + Double($0.tv_usec) / 1_000_000 }
        var families = [
            MetricFamily(
                .counter, "process_cpu_seconds_total", "Time that the processors worked for the program, in seconds.",
                [MetricFamily.Sample(value: times.reduce(0, +))]),
            .gauge("process_start_time_seconds", "When the program started, in seconds since 1970.", start),
        ]
        if let bytes = residentBytes {
            families.append(
                .gauge("process_resident_memory_bytes", "Memory of the program in bytes, as it is resident.", bytes))
        }
        if let count = try? FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count {
            families.append(.gauge("process_open_fds", "Open files and sockets.", Double(count)))
        }
        return families
    }

    /// The second number of `/proc/self/statm` (proc_pid_statm(5)), in pages.
    private static var residentBytes: Double? {
        guard let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8) else { return nil }
        let numbers = text.split(separator: " ")
        guard numbers.count > 1, let pages = Double(numbers[1]) else { return nil }
        return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
    }
}
