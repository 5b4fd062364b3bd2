import ServiceLifecycle
import Synchronization

/// Serves `/metrics` and `/healthz` over HTTP, to anyone who reaches the address: numbers, and one sentence on health.
///
/// One thread reads and writes, with limits on all that comes in; an answer is made once for all who wait for it, so that
/// no number of requests takes more than a small share of the time of what the program is for.
package final class MetricsServer: Service {
    /// An answer that is made anew when somebody asks, at most every 50 ms.
    private struct Page {
        var waiting: [@Sendable (HTTPAnswer) -> Void] = []
        var isBeingMade = false
        var last: (at: Int64, answer: HTTPAnswer)?
    }

    private static let freshMs: Int64 = 50

    private let families: @Sendable () async -> [MetricFamily]
    private let problem: @Sendable () async -> String?
    private let isListening: @Sendable (_ port: Int) -> Void
    private let listener: Mutex<HTTPListener?>
    private let pages = Mutex<[String: Page]>([:])

    /// Binds the address; it is served once the service runs.
    ///
    /// - Parameters:
    ///   - host: an address of IPv4 or IPv6.
    ///   - port: 0 lets the system pick one.
    ///   - families: the metrics of now.
    ///   - problem: what is wrong now, in one sentence; nil where all is well.
    ///   - isListening: called with the port once it is served.
    package init(
        host: String, port: Int, families: @escaping @Sendable () async -> [MetricFamily],
        problem: @escaping @Sendable () async -> String?, isListening: @escaping @Sendable (_ port: Int) -> Void
    ) throws(MetricsAddressError) {
        listener = Mutex(try HTTPListener(host: host, port: port))
        self.families = families
        self.problem = problem
        self.isListening = isListening
    }

    /// The metrics as text.
    package static func text(_ families: [MetricFamily]) -> String { families.map(\.text).joined() }

    package func run() async throws {
        let (ends, teller) = AsyncStream<Void>.makeStream()
        let loop = HTTPLoop { [self] request, give in respond(to: request, give) }
        guard let listener = listener.withLock({ $0.take() }) else { return }
        isListening(listener.port)
        loop.start(listener) { teller.finish() }
        await withTaskCancellationOrGracefulShutdownHandler {
            // Ends with the thread alone: no cancellation leaves it behind.
            await Task { for await _ in ends {} }.value
        } onCancelOrGracefulShutdown: {
            loop.stop()
        }
    }

    private func respond(to request: HTTPRequest, _ give: @escaping @Sendable (HTTPAnswer) -> Void) {
        guard ["GET", "HEAD"].contains(request.method), ["/metrics", "/healthz"].contains(request.path) else {
            return give(.notFound)
        }
        let (ready, mustMake) = pages.withLock { pages -> (HTTPAnswer?, Bool) in
            var page = pages[request.path] ?? Page()
            defer { pages[request.path] = page }
            if let last = page.last, HTTPLoop.now - last.at < Self.freshMs { return (last.answer, false) }
            page.waiting.append(give)
            defer { page.isBeingMade = true }
            return (nil, !page.isBeingMade)
        }
        if let ready { return give(ready) }
        if mustMake { Task { await make(request.path) } }
    }

    private func make(_ path: String) async {
        let answer = path == "/metrics" ? await metrics() : await health()
        let waiting = pages.withLock { pages in
            defer { pages[path] = Page(last: (HTTPLoop.now, answer)) }
            return pages[path]?.waiting ?? []
        }
        for give in waiting { give(answer) }
    }

    private func metrics() async -> HTTPAnswer {
        HTTPAnswer(status: 200, type: "text/plain; version=0.0.4; charset=utf-8", text: Self.text(await families()))
    }

    private func health() async -> HTTPAnswer {
        guard let problem = await problem() else { return HTTPAnswer(status: 200, text: "ok\n") }
        return HTTPAnswer(status: 503, text: problem + "\n")
    }
}
