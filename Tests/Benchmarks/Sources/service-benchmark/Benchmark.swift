import ClientKit
import Foundation
import Wire

/// What the service carries on this machine: acknowledged submissions, the full cycle, the wait for an acknowledgement, memory.
///
///     service-benchmark SERVICE TEXTS [DOCUMENTS] [ROUNDS]
///
/// SERVICE is the built `entitywire-service`, TEXTS a folder of `.txt` files. Every figure is the median of the rounds; each round
/// has a new database. The load comes from this process: on two cores it takes its share of them.
@main
struct Benchmark {
    static func main() async throws {
        let arguments = CommandLine.arguments
        guard arguments.count > 2 else {
            print("usage: service-benchmark SERVICE TEXTS [DOCUMENTS] [ROUNDS]")
            exit(2)
        }
        let corpus = try Corpus(folder: arguments[2])
        let count = arguments.count > 3 ? Int(arguments[3]) ?? 2_000 : 2_000
        let rounds = arguments.count > 4 ? Int(arguments[4]) ?? 3 : 3
        var results: [String: [Double]] = [:]
        for round in 1...rounds {
            FileHandle.standardError.write(Data("round \(round) of \(rounds)\n".utf8))
            for (name, value) in try await Round(service: arguments[1], corpus: corpus, count: count).run() {
                results[name, default: []].append(value)
            }
        }
        for name in results.keys.sorted() {
            let sorted = results[name, default: []].sorted()
            let line = [sorted[sorted.count / 2], sorted[0], sorted[sorted.count - 1]].map {
                String(format: "%10.2f", $0)
            }
            print(name.padding(toLength: 66, withPad: " ", startingAt: 0) + line.joined())
        }
    }
}
