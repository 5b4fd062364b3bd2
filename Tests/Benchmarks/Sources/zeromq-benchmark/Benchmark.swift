import Foundation

/// Measures the endpoints, plain and with CURVE, against a bare C loop in the same run, or looks for leaks:
///
///     swift run -c release --package-path Tests/Benchmarks zeromq-benchmark [--rounds 9]
///     swift run -c release --package-path Tests/Benchmarks zeromq-benchmark --connects 100000
@main
struct Benchmark {
    static func main() async throws {
        if let count = option("--connects") { return try await Connects(count: count).run() }

        let rounds = option("--rounds") ?? 9
        print("\(rounds) rounds interleaved; medians of messages a second, in brackets the lowest and the highest")
        for workload in Workload.all { try await measure(workload, rounds: rounds) }
    }

    private static func measure(_ workload: Workload, rounds: Int) async throws {
        var rates: [Server: [Double]] = [:]
        for round in 0..<rounds {
            // Who goes first takes turns, so that a busy moment falls on both.
            let servers = round.isMultiple(of: 2) ? Server.allCases : Server.allCases.reversed()
            for server in servers { rates[server, default: []].append(try await server.rate(of: workload)) }
        }
        print(workload.name)
        for server in Server.allCases { print("    \(server)".padding(toLength: 14), summary(rates[server] ?? [])) }
        let ratio = median(rates[.endpoint] ?? []) / median(rates[.bare] ?? [])
        let target = workload.target.map { $0 <= ratio ? "at least \($0): kept" : "at least \($0): MISSED" }
        print("    ratio", String(format: "%.2f", ratio), target ?? "")
        let price = median(rates[.secured] ?? []) / median(rates[.endpoint] ?? [])
        print("    ratio of secured to plain endpoint", String(format: "%.2f", price))
        fflush(nil)
    }

    private static func summary(_ rates: [Double]) -> String {
        let columns = [median(rates), rates.min() ?? 0, rates.max() ?? 0].map { String(Int($0)) }
        return "\(columns[0].padded(9))  (\(columns[1])–\(columns[2]))"
    }

    private static func median(_ rates: [Double]) -> Double {
        rates.isEmpty ? 0 : rates.sorted()[rates.count / 2]
    }

    private static func option(_ name: String) -> Int? {
        let arguments = CommandLine.arguments
        guard let index = arguments.firstIndex(of: name), index + 1 < arguments.count else { return nil }
        return Int(arguments[index + 1])
    }
}

extension String {
    fileprivate func padding(toLength length: Int) -> String {
        self + String(repeating: " ", count: max(0, length - count))
    }
}
