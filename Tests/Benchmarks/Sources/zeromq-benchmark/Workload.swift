/// What a client of one round does.
struct Workload: Sendable {
    let name: String
    let count: Int
    /// The most messages unanswered; 0 has only the last one answered.
    let window: Int
    let size = 1_024
    /// The share of the bare loop's rate that the endpoint has to keep.
    let target: Double?

    var echoes: Bool { window > 0 }

    static let all = [
        Workload(name: "one way, 1 KiB", count: 200_000, window: 0, target: 0.8),
        Workload(name: "echo, 100 in flight", count: 100_000, window: 100, target: 0.5),
        Workload(name: "round trip, 1 in flight", count: 5_000, window: 1, target: nil),
    ]
}
