import Foundation
import Wire
import ZeroMQ

/// A worker whose extraction costs nothing: it answers each job with a result made before.
struct ReplayWorker {
    let extractor: String
    /// The JSON of the result for each number.
    let results: [[UInt8]]
    let port: Int
    let loop: SocketLoop

    /// Works until all results are stored.
    func run() async throws {
        let endpoint = try Endpoint(.dealer, loop: loop)
        try await endpoint.connect("tcp://127.0.0.1:\(port)")
        let hello = Hello(
            name: "replay", instance: UUID().uuidString, extractor: extractor, window: 64, windowBytes: 64 << 20,
            inFlight: [])
        try await endpoint.send([message(Envelope(.hello, requestID: [1], hello))])
        var stored = 0
        while stored < results.count, let batch = try await endpoint.receive(upTo: 64, within: .seconds(30)),
            !batch.isEmpty
        {
            var answers: [Message] = []
            for envelope in batch.compactMap({ try? Envelope(frames: $0.frames) }) {
                if envelope.kind == Kind.stored.rawValue { stored += 1 }
                guard envelope.kind == Kind.job.rawValue, let job = try? envelope.header(as: Job.self) else { continue }
                let number = Corpus.number(of: envelope.bodies[0])
                let header = JobResult(document: job.document, attempt: job.attempt, extractor: extractor)
                answers.append(
                    message(Envelope(.result, requestID: Array("\(number)".utf8), header, bodies: [results[number]])))
            }
            if !answers.isEmpty { try await endpoint.send(answers) }
        }
        try await endpoint.send([message(Envelope(.bye, requestID: [2], Empty()))])
        await endpoint.close()
    }

    private func message(_ envelope: Envelope) -> Message { Message(frames: envelope.frames) }
}
