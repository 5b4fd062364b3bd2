import ArgumentParser
import Foundation

/// The options of both services that serve metrics.
package struct MetricsOptions: ParsableArguments {
    @Option(help: "Serve metrics for Prometheus, and /healthz, over HTTP on this port; 0 lets the system pick.")
    private var metricsPort: Int?
    @Option(help: "The address to serve metrics at.")
    package var metricsHost = Environment.string("METRICS_HOST") ?? "127.0.0.1"

    package init() {}

    /// The port; nil where no metrics are wanted.
    package var port: Int? { metricsPort ?? Environment.int("METRICS_PORT") }

    package func validate() throws {
        if let port, !(0...65_535).contains(port) { throw ValidationError("\(port) is no port.") }
    }

    /// Tells programs that started this one where its metrics are.
    package static let announce: @Sendable (_ port: Int) -> Void = { port in
        Announcement.say("ready metrics=\(port)")
    }
}
