package import Access
import ZeroMQ

/// What an extractor worker is started with.
package struct WorkerOptions: Sendable {
    /// The service's address: `tcp://HOST`.
    package var service = "tcp://127.0.0.1"
    package var workPort = 7701
    /// Documents extracted at the same time, each on a thread of its own.
    package var jobs: Int
    /// For people: the host's or the container's name.
    package var name: String
    /// How many documents the worker asks for, at most 64: some wait beside those being worked on, or are on the wire, so
    /// that no thread waits for it. What comes back from a service far away is at most this many a round trip.
    package var window: Int
    /// How long a worker that is told to stop may go on with what it has begun.
    package var stopSeconds = 25

    /// The worker's key; nil connects without, to a service on loopback that has none.
    package var key: ClientKey?

    package init(jobs: Int, name: String) {
        self.jobs = jobs
        self.name = name
        window = min(64, max(4, jobs * 4))
    }

    /// How many bytes of text it asks for.
    var windowBytes: Int { 32 * 1024 * 1024 }

    var endpoint: String { "tcp://\(TCPHost(String(service.dropFirst(6))).text):\(workPort)" }
}
