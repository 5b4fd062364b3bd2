import Logging
import ServiceLifecycle
import Store
import Wire

/// Lets time pass for the dispatcher: ends leases, wakes back-offs, takes the pulse of the queue.
struct Ticker: Service {
    let coordinator: Coordinator
    let admission: AdmissionControl
    let monitor: HealthMonitor
    let metrics: ServiceMetrics
    let store: Store
    let options: Dispatcher.Options
    let logger: Logger

    private var intervalMs: Int64 { min(250, max(20, options.leaseMs / 8)) }

    func run() async throws {
        await withGracefulShutdownHandler {
            await cancelWhenGracefulShutdown { await tick() }
        } onGracefulShutdown: {
            admission.startDraining()
        }
    }

    /// Never waits for a reader or the writer: while the clock stood still, no lease would end.
    private func tick() async {
        var last = Clock.monotonicMs
        var pulse = last
        while !Task.isCancelled {
            try? await Task.sleep(for: .milliseconds(intervalMs))
            let now = Clock.monotonicMs
            if now - last > max(options.leaseMs / 2, 2_000) {
                logger.warning("the service stood still; no lease ends for it", metadata: ["ms": "\(now - last)"])
                coordinator.with { $0.forgive(now: now) }
            }
            last = now
            let (ended, released) = coordinator.with { dispatcher in
                _ = dispatcher.wake(now: now)
                return dispatcher.expire(now: now)
            }
            coordinator.end(ended)
            metrics.countExpired(ended.count + released.count)
            coordinator.release(released)
            if now - pulse >= 1_000 {
                pulse = now
                let open = store.openJobs
                admission.setOpenJobs(open)
                monitor.tick(open: open, now: now)
            }
        }
    }
}
