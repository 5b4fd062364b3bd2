import ClientKit
import Foundation
import Wire
import ZeroMQ

/// One round of all measurements, each on a new database.
struct Round {
    let service: String
    let corpus: Corpus
    let count: Int

    func run() async throws -> [String: Double] {
        var figures: [String: Double] = [:]
        let single = try await measure { process, figures in
            figures["memory of the service, idle, MB"] = process.residentMB
            let rate = try await submit(clients: 32, options(process, inFlight: 1))
            figures["memory of the service, loaded, MB"] = process.residentMB
            figures["acknowledged a second, 32 clients one at a time"] = rate
        }
        figures.merge(single) { $1 }
        let many = try await measure { process, figures in
            figures["acknowledged a second, one client, 256 in flight"] = try await submit(
                clients: 1, options(process, inFlight: 256))
        }
        figures.merge(many) { $1 }
        let half = (single["acknowledged a second, 32 clients one at a time"] ?? 0) / 2
        figures.merge(try await measure { try await latency(rate: half, to: $0, &$1) }) { $1 }
        figures.merge(try await measure { try await cycle($0, &$1) }) { $1 }
        return figures
    }

    private func measure(
        _ body: (ServiceProcess, inout [String: Double]) async throws -> Void
    ) async throws -> [String: Double] {
        let process = try ServiceProcess(service)
        defer { process.stop() }
        var figures: [String: Double] = [:]
        try await body(process, &figures)
        return figures
    }

    private func options(_ process: ServiceProcess, inFlight: Int) -> ClientOptions {
        var options = ClientOptions(
            workPort: process.ports["work"] ?? 0, queryPort: process.ports["query"] ?? 0,
            feedPort: process.ports["feed"] ?? 0)
        options.inFlight = inFlight
        return options
    }

    /// Submits all documents; how many a second were acknowledged.
    private func submit(clients: Int, _ options: ClientOptions) async throws -> Double {
        let inFlight = options.inFlight
        let start = ContinuousClock.now
        try await withThrowingTaskGroup(of: Void.self) { group in
            for client in 0..<clients {
                group.addTask { [corpus, count] in
                    try await ServiceClient.with(options) { service in
                        try await withThrowingTaskGroup(of: Void.self) { inner in
                            for lane in 0..<inFlight {
                                inner.addTask {
                                    let step = clients * inFlight
                                    for number in stride(from: client * inFlight + lane, to: count, by: step) {
                                        _ = try await service.submit(corpus.text(number))
                                    }
                                }
                            }
                            try await inner.waitForAll()
                        }
                    }
                }
            }
            try await group.waitForAll()
        }
        return Double(count) / (ContinuousClock.now - start).seconds
    }

    /// The wait for an acknowledgement while submissions come at a steady rate.
    private func latency(rate: Double, to process: ServiceProcess, _ figures: inout [String: Double]) async throws {
        let number = min(count, Int(rate * 5))
        let waits = try await ServiceClient.with(options(process, inFlight: 256)) { [corpus] service in
            try await withThrowingTaskGroup(of: Double.self) { group in
                let start = ContinuousClock.now
                for index in 0..<number {
                    let due = start.advanced(by: .seconds(Double(index) / rate))
                    try await Task.sleep(until: due)
                    group.addTask {
                        let begin = ContinuousClock.now
                        _ = try await service.submit(corpus.text(index))
                        return (ContinuousClock.now - begin).seconds * 1_000
                    }
                }
                return try await group.reduce(into: [Double]()) { $0.append($1) }.sorted()
            }
        }
        figures["wait for an acknowledgement at half that rate, p50, ms"] = waits[waits.count / 2]
        figures["wait for an acknowledgement at half that rate, p99, ms"] = waits[waits.count * 99 / 100]
    }

    /// Submission, job, replayed result, stored.
    private func cycle(_ process: ServiceProcess, _ figures: inout [String: Double]) async throws {
        let loop = SocketLoop(context: try ZMQContext(), name: "replay")
        defer { loop.stop() }
        let worker = ReplayWorker(
            extractor: corpus.extractor, results: try (0..<count).map(corpus.result),
            port: process.ports["work"] ?? 0, loop: loop)
        let start = ContinuousClock.now
        let many = options(process, inFlight: 256)
        async let submitted = submit(clients: 1, many)
        try await worker.run()
        _ = try await submitted
        figures["full cycle with replayed results, documents a second"] =
            Double(count) / (ContinuousClock.now - start).seconds
        figures["processor time of the service in the full cycle, ms a document"] =
            process.processorSeconds * 1_000 / Double(count)
        let text = (0..<count).reduce(0) { $0 + corpus.text($1).count }
        figures["size of the database file, times the text"] = Double(process.databaseBytes) / Double(text)
    }
}

extension Duration {
    fileprivate var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
